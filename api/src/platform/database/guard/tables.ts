/** How a table's rows are kept to those who may see them. */
export type Guard =
  /** About one person each (`cadre_id`): for whoever reads about people, within the scope. */
  | 'people'
  /** A person's place of authority: what `people` looks up. */
  | 'authority'
  /** Scores: also for leaders, who get counts of them. */
  | 'scores'
  /** Follow-ups: also for leaders, as far as the unit itself owes them. */
  | 'follow-ups'
  /** Positions of a unit's people in a ranking, by the unit in whose scope they are; whose they are it doesn't say. */
  | 'positions'
  /** Imports: for whoever sent them, and for second persons who see everybody. */
  | 'imports'
  /** What belongs to an import (`import_id`). */
  | 'of-imports'
  /** Refused rows: for whoever sent them, and for second persons as far as they see whom a row is about. */
  | 'refused'
  /** Whom a refused row is about: what `refused` looks up. */
  | 'about-refused'
  /** Schedules of files: for whoever made them, and for whoever sees everybody. */
  | 'schedules'
  /** What a schedule wrote (`schedule_id`). */
  | 'of-schedules'
  /** About nobody in particular; every caller's work may need it. */
  | 'open'
  /** For the product's own work alone. */
  | 'closed';

const named: Readonly<Record<string, Guard>> = {
  authority: 'authority',
  scores: 'scores',
  follow_ups: 'follow-ups',
  unit_positions: 'positions',
  imports: 'imports',
  import_problems: 'of-imports',
  quarantine: 'refused',
  quarantine_about: 'about-refused',
  export_schedules: 'schedules',
  export_runs: 'of-schedules',
};

/** Tables without people in them that reads on a caller's behalf need. */
const open = new Set([
  'calendar_days',
  'commit_clock',
  'mappings',
  'policies',
  'random_checks',
  'scoring_runs',
  'unit_quotas',
  'unit_tree',
  'units',
]);

/** The guard of a table: by its name, else by whether it is about people; what is unknown is closed. */
export function guardOf(table: string, columns: readonly string[]): Guard {
  const known = named[table];
  if (known) return known;
  if (open.has(table)) return 'open';
  return columns.includes('cadre_id') ? 'people' : 'closed';
}

/** How many hidden people are told apart by a setting each. */
const HIDDEN_APART = 2;

/** A setting as a value, read once a statement: the cast is made within, lest it be made for every row. */
const setting = (name: string, type: string) =>
  `((SELECT nullif(current_setting('probity.${name}', true), '')::${type})::${type})`;
const isOn = (name: string) => `(SELECT current_setting('probity.${name}', true) = 'on')`;
const whole = isOn('whole');
const people = isOn('people');
const hidden = `coalesce(nullif(current_setting('probity.hidden', true), ''), '{}')`;
const nobodyHidden = `(SELECT ${hidden} = '{}')`;
const isAnyOne = `coalesce(current_setting('probity.one', true), '') = ''`;
const isWhole = `current_setting('probity.whole', true) = 'on'`;
const isFewHidden = `cardinality(${hidden}::bigint[]) <= ${HIDDEN_APART}`;
/** One answer for a whole statement, asked before anything of a row is: most readers of the whole tree need no more. */
const everybody = `(SELECT ${isWhole} AND ${hidden} = '{}' AND ${isAnyOne})`;
/** The next most frequent readers: of all but themselves, and perhaps one more. */
const allButFew = `(SELECT ${isWhole} AND ${isFewHidden} AND ${isAnyOne})`;
/** Of the first two hidden people each has a comparison of its own, which costs far less than an array. */
const notHidden = `cadre_id <> ${setting('hidden_first', 'bigint')} AND cadre_id <> ${setting('hidden_second', 'bigint')}`;
const notHiddenNorAnother = `((SELECT ${isFewHidden}) OR cadre_id <> ALL ${setting('hidden', 'bigint[]')})
  AND ((SELECT ${isAnyOne}) OR cadre_id = ${setting('one', 'bigint')})`;
/** Whether the person of a row is in scope; `inUnits` says it of the unit. */
const inScope = (inUnits: string) => `(${everybody} OR (${notHidden} AND (${allButFew}
  OR (${notHiddenNorAnother} AND (${whole} OR ${inUnits})))))`;
const unitsInScope = `SELECT tree.unit_id FROM unit_tree tree
  WHERE tree.enter BETWEEN ${setting('enter', 'int')} AND ${setting('leave', 'int')}`;

/** Which rows of a table a caller may see, as SQL; undefined: all of them. Settings are read once a statement. */
export function visibleRows(guard: Guard, table: string): string | undefined {
  switch (guard) {
    case 'people':
      return `${people} AND ${inScope(`EXISTS (
        SELECT FROM authority WHERE authority.cadre_id = ${table}.cadre_id)`)}`;
    case 'authority':
      return `(${people} OR ${isOn('refused')}) AND ${inScope(`unit_id IN (${unitsInScope})`)}`;
    case 'scores':
      // For a page of rows their units are looked up one by one, for counts of many all units in scope are listed first: the planner decides.
      return `(${people} OR ${isOn('counts')}) AND ${inScope(`EXISTS (
        ${unitsInScope} AND tree.unit_id = ${table}.scope_unit_id)`)}`;
    case 'follow-ups':
      return `(${people} OR (${isOn('counts')} AND owed_by = 'unit')) AND ${inScope(`scope_unit_id IN (${unitsInScope})`)}`;
    case 'positions':
      return `${people} AND (SELECT ${isAnyOne}) AND (${whole} OR scope_unit_id IN (${unitsInScope}))`;
    case 'imports':
      return `${isOn('imports')} OR subject = ${setting('subject', 'text')}`;
    case 'of-imports':
      return `${isOn('imports')} OR EXISTS (SELECT FROM imports WHERE imports.id = ${table}.import_id)`;
    case 'refused':
      return `EXISTS (SELECT FROM imports WHERE imports.id = ${table}.import_id)
        OR EXISTS (SELECT FROM quarantine_about about WHERE about.quarantine_id = ${table}.id)`;
    case 'about-refused':
      return `${isOn('refused')} AND (${whole} OR people <> '{}' OR EXISTS (
          SELECT FROM units JOIN unit_tree tree USING (unit_id) WHERE units.unit_code = ${table}.unit_code
            AND units.superseded_at IS NULL AND tree.unit_id IN (${unitsInScope})))
        AND NOT EXISTS (SELECT FROM unnest(people) person(id)
          WHERE NOT EXISTS (SELECT FROM authority WHERE authority.cadre_id = person.id))`;
    case 'schedules':
      return `created_by = ${setting('subject', 'text')} OR (${people} AND ${whole} AND ${nobodyHidden})`;
    case 'of-schedules':
      return `EXISTS (SELECT FROM export_schedules WHERE export_schedules.id = ${table}.schedule_id)`;
    default:
      return undefined;
  }
}
