import { is, reaches, SUBJECT, told, value } from './caller.js';

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
  /** Imports: for whoever sent them, by whatever token, and for second persons who see everybody. */
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
  'unit_enters',
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

const subject = `(SELECT nullif(current_setting('${SUBJECT}', true), ''))`;
const whole = `(SELECT ${is('whole')})`;
const people = `(SELECT ${is('people')})`;
const nobodyHidden = `(SELECT ${told('hidden')} = '{}')`;
const isAnyOne = `(SELECT ${told('one')} IS NULL)`;
/** Whether a unit is in scope; `unit` is SQL for its number. What is put at the end of the array has it read once and not for each row. */
const inUnits = (unit: string) =>
  `((SELECT enters || '{}' FROM unit_enters)::int[])[${unit}::int] BETWEEN ${value('enter', 'int')} AND ${value('leave', 'int')}`;

/** Whether somebody passes by name: neither hidden, nor another than the one whom a link is about. */
const byName = `cadre_id <> ALL ${value('hidden', 'bigint[]')} AND coalesce(cadre_id = ${value('one', 'bigint')}, true)`;
/** The same, and by the unit: SQL for its number. */
const byNameAndUnit = (unit: string) => `${byName} AND (${whole} OR ${inUnits(unit)})`;
/** One hidden person is compared apart, which costs far less than an array: for counts of very many. */
const notTheOne = `WHEN ${reaches.allButOne} THEN cadre_id <> ${value('hiddenFirst', 'bigint')}`;

/**
 * Whether the person of a row is in the scope of somebody who `may` read such rows at all; `others` says it of
 * whoever doesn't read about everybody. Each sub-select is prepared for every statement, which takes longer than
 * to ask it: so the one about the reach stands once, and there are as few others as there can be.
 */
const inScope = (may: string, others: string) => `CASE
  (SELECT coalesce(CASE WHEN ${may} THEN ${told('reach')}::int END, ${reaches.nobody}))
  WHEN ${reaches.nobody} THEN false
  WHEN ${reaches.everybody} THEN true
  ${others} END`;

/** Which rows of a table a caller may see, as SQL; undefined: all of them. Settings are read once a statement. */
export function visibleRows(guard: Guard, table: string): string | undefined {
  switch (guard) {
    case 'people':
      return inScope(
        is('people'),
        `WHEN ${reaches.ofUnits} THEN EXISTS (SELECT FROM authority WHERE authority.cadre_id = ${table}.cadre_id)
         ELSE ${byName}`,
      );
    case 'authority':
      return inScope(`${is('people')} OR ${is('refused')}`, `ELSE ${byNameAndUnit('unit_id')}`);
    case 'scores':
      return inScope(
        `${is('people')} OR ${is('counts')}`,
        `${notTheOne} ELSE ${byNameAndUnit('scope_unit_id')}`,
      );
    case 'follow-ups':
      return `(${people} OR owed_by = 'unit') AND ${inScope(
        `${is('people')} OR ${is('counts')}`,
        `${notTheOne} ELSE ${byNameAndUnit('scope_unit_id')}`,
      )}`;
    case 'positions':
      return `${people} AND ${isAnyOne} AND (${whole} OR ${inUnits('scope_unit_id')})`;
    case 'imports':
      return `(SELECT ${is('imports')}) OR subject = ${subject} OR account_id = ${value('account', 'bigint')}`;
    case 'of-imports':
      return `(SELECT ${is('imports')}) OR EXISTS (SELECT FROM imports WHERE imports.id = ${table}.import_id)`;
    case 'refused':
      return `EXISTS (SELECT FROM imports WHERE imports.id = ${table}.import_id)
        OR EXISTS (SELECT FROM quarantine_about about WHERE about.quarantine_id = ${table}.id)`;
    case 'about-refused':
      return `(SELECT ${is('refused')}) AND (${whole} OR people <> '{}' OR EXISTS (
          SELECT FROM units WHERE units.unit_code = ${table}.unit_code
            AND units.superseded_at IS NULL AND ${inUnits('units.unit_id')}))
        AND NOT EXISTS (SELECT FROM unnest(people) person(id)
          WHERE NOT EXISTS (SELECT FROM authority WHERE authority.cadre_id = person.id))`;
    case 'schedules':
      return `created_by = ${subject} OR (${people} AND ${whole} AND ${nobodyHidden})`;
    case 'of-schedules':
      return `EXISTS (SELECT FROM export_schedules WHERE export_schedules.id = ${table}.schedule_id)`;
    default:
      return undefined;
  }
}
