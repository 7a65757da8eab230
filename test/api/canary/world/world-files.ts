import type { World, WorldPerson, WorldUnit } from './world.js';

type Row = Readonly<Record<string, string | null>>;

/** A file to be imported, as it is sent. */
export interface WorldFile {
  readonly kind: string;
  readonly query: string;
  readonly csv: string;
}

const csvOf = (rows: readonly Row[]): string => {
  const headers = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => headers.map((header) => row[header] ?? '').join(','));
  return `${[headers.join(','), ...lines].join('\n')}\n`;
};

const unitRow = ({ code, parent }: WorldUnit): Row => ({
  unit_code: code,
  name: `Unit ${code}`,
  parent_code: parent,
});

const registerRow = (person: WorldPerson, unit: string | null, managedBy: string | null): Row => ({
  staff_no: person.staffNo,
  name: `王${person.mark}`,
  unit_code: unit,
  managed_by: managedBy,
  post: `Post ${person.mark}`,
  head: String(person.head),
  appointed_on: '2019-01-01',
  left_on: person.leftOn,
});

type RowsOf = (person: WorldPerson) => readonly Row[];

/** The rows of each kind about a person; each has the mark wherever there is room for a text. */
const records: Readonly<Record<string, RowsOf>> = {
  'inspection-opinion': ({ mark, staffNo }) =>
    ['peer', 'subordinate', 'work_object'].map((respondent, n) => ({
      ref: `OP${n}-${mark}`,
      staff_no: staffNo,
      given_on: '2026-02-01',
      respondent,
      circle: 'work',
      rating: String(-2 + (n % 2)),
      channel: 'interview',
      text: `Opinion about ${mark}`,
    })),
  'debriefing-score': ({ staffNo }) => [
    { staff_no: staffNo, year: '2025', held_on: '2026-01-20', score: '61.5', grade: 'incompetent' },
  ],
  'audit-finding': ({ mark, staffNo }) =>
    ['3', '2'].map((severity, n) => ({
      ref: `AF${n}-${mark}`,
      staff_no: staffNo,
      audit_no: `AU-${mark}`,
      phase: 'in_term',
      found_on: '2026-03-01',
      severity,
      category: `Category ${mark}`,
      rectify_by: n ? '2026-05-31' : '2027-01-31',
    })),
  'personal-matter-report': ({ mark, staffNo }) => [
    {
      ref: `PM-${mark}`,
      staff_no: staffNo,
      period: '2025',
      kind: 'change',
      topic: `Topic ${mark}`,
      due_on: '2026-01-31',
      submitted_on: null,
    },
  ],
  'reminder-talk': ({ mark, staffNo }) => [
    {
      ref: `RT-${mark}`,
      staff_no: staffNo,
      kind: 'admonition',
      held_on: '2026-01-15',
      problem: `Problem ${mark}`,
      correct_by: '2026-06-30',
    },
  ],
  'education-session': ({ mark, staffNo }) => [
    {
      ref: `ES-${mark}`,
      staff_no: staffNo,
      kind: 'warning',
      held_on: '2026-04-01',
      attended: 'false',
    },
  ],
  'heart-to-heart-talk': ({ mark, staffNo }) => [
    { ref: `HH-${mark}`, staff_no: staffNo, held_on: '2026-03-03', held_by: `Leader of ${mark}` },
  ],
  'appointment-case': ({ mark, staffNo, unit }) => [
    {
      case_no: `C-${mark}`,
      list_no: `L-${mark}`,
      staff_no: staffNo,
      unit_code: unit ?? 'U0',
      post: `Promotion of ${mark}`,
      rank: 'division-head',
      opened_on: '2026-02-02',
    },
  ],
};

/** What follows an appointment case. */
const reviews: Readonly<Record<string, RowsOf>> = {
  'headcount-review': ({ mark }) => [
    {
      case_no: `C-${mark}`,
      reviewed_on: '2026-02-10',
      established_posts: '3',
      filled_posts: '3',
      improper_treatment: 'true',
    },
  ],
  'file-review': ({ mark }) => [
    { case_no: `C-${mark}`, item: 'age', result: 'doubt', reviewed_on: '2026-02-12' },
  ],
  'joint-review-reply': ({ mark }) => [
    {
      case_no: `C-${mark}`,
      department: 'audit',
      requested_on: '2026-02-11',
      due_on: '2026-02-25',
      replied_on: '2026-02-20',
      opinion: 'objection',
      reason: `Reason about ${mark}`,
    },
  ],
  'inspection-notice': ({ mark }) => [
    { case_no: `C-${mark}`, posted_on: '2026-02-15', ends_on: '2026-02-22', objection_count: '1' },
  ],
};

/** Every file of a world, in the order in which they must come. */
export function filesOf({ units, people }: World): WorldFile[] {
  const file = (kind: string, rows: readonly Row[], query = ''): WorldFile[] =>
    rows.length === 0 ? [] : [{ kind, query, csv: csvOf(rows) }];
  const about = (kind: string) => people.filter(({ records }) => records.includes(kind));
  const second = people.flatMap((person) =>
    person.second ? [registerRow(person, person.second.unit, person.second.managedBy)] : [],
  );
  return [
    ...file('units', units.map(unitRow)),
    ...file(
      'cadres',
      people.map((person) => registerRow(person, person.unit, person.managedBy)),
    ),
    ...file('cadres', second, 'system=organisation'),
    ...file(
      'postings',
      people.flatMap(({ staffNo, mark, postings }) =>
        postings.map(({ unit, from, to }) => ({
          staff_no: staffNo,
          unit_code: unit,
          post: `Posted ${mark}`,
          post_code: `PC-${mark}`,
          from_on: from,
          to_on: to,
        })),
      ),
    ),
    ...file(
      'cadre-aliases',
      people
        .filter(({ alias }) => alias)
        .map(({ staffNo, mark }) => ({
          staff_no: staffNo,
          system: 'petitions',
          identifier: `alias-${mark}`,
        })),
    ),
    ...Object.entries(records).flatMap(([kind, rowsOf]) => file(kind, about(kind).flatMap(rowsOf))),
    ...Object.entries(reviews).flatMap(([kind, rowsOf]) =>
      file(kind, about('appointment-case').flatMap(rowsOf)),
    ),
    ...file(
      'cadres',
      people
        .filter(({ withdrawn }) => withdrawn)
        .map(({ staffNo }) => ({ staff_no: staffNo, reason: 'entered in error' })),
      'mode=withdraw',
    ),
  ];
}

/** The files that bring about what differs in the register between two states of a world. */
export function changesBetween(before: World, after: World): WorldFile[] {
  const moved = after.people.filter((person, at) => person !== before.people[at]);
  const rebuilt = after.units.filter((unit, at) => unit !== before.units[at]);
  return [
    ...(rebuilt.length === 0
      ? []
      : [{ kind: 'units', query: '', csv: csvOf(rebuilt.map(unitRow)) }]),
    ...(moved.length === 0
      ? []
      : [
          {
            kind: 'cadres',
            query: '',
            csv: csvOf(moved.map((one) => registerRow(one, one.unit, one.managedBy))),
          },
        ]),
  ];
}
