import { Draw } from '../../../api/src/demo/province/draw.js';
import { isoDate } from '../generate/days.js';
import type { Row, SystemRow } from '../generate/row.js';

/** A case with every record that the gate looks at, and the days on which it is asked. */
export interface GateCase {
  readonly caseNo: string;
  readonly staffNo: string;
  readonly records: Readonly<Record<string, readonly SystemRow[]>>;
  readonly days: readonly string[];
}

const items = ['age', 'work_start', 'party_entry', 'education', 'experience', 'identity', 'other'];
const departments = [
  'discipline_inspection',
  'family_planning',
  'petitions',
  'audit',
  'organisation',
  'public_security',
  'taxes',
];
const heard = [
  ['leading_group', 'work'],
  ['peer', 'life'],
  ['subordinate', 'social'],
  ['work_object', 'unknown'],
  ['service_object', 'work'],
] as const;

/** The day on which everything is settled where nothing is put wrong. */
const SETTLED = 20_000;
/** Lengths of time at which some rule changes its answer. */
const spans = [5, 183, 365, 1825];

/**
 * Cases of which each begins clear and has a few things put wrong, so that every reason stands alone
 * in some, meets others in some, and lies next to a rule's border in many.
 */
export function generateGate(caseCount: number, seed: number): GateCase[] {
  const draw = new Draw(seed);
  return Array.from({ length: caseCount }, (_, at) => gateCase(draw, `C-${at}`, `S-${at}`));
}

/** A day at, next to, or a rule's span away from the day on which all is settled. */
const someDay = (draw: Draw): number =>
  SETTLED + draw.whole(-1, 1) - draw.pick([0, 0, 0, ...spans]) + draw.pick([0, 0, 10, 30]);
const day = (draw: Draw): string => isoDate(someDay(draw));
const maybeDay = (draw: Draw): string => draw.maybe(0.6, () => day(draw));

function gateCase(draw: Draw, caseNo: string, staffNo: string): GateCase {
  const records = clearRecords(caseNo, staffNo, draw);
  const wrongCount = draw.pick([0, 1, 1, 1, 2, 3, 8]);
  for (let nth = 0; nth < wrongCount; nth++) draw.pick(faults)(records, draw, caseNo, staffNo);
  const decision = draw.pick(['', 'appointed', 'appointed', 'withdrawn', 'rejected']);
  const decidedOn = decision && day(draw);
  const about = { case_no: caseNo, staff_no: staffNo, decided_on: decidedOn, decision };
  records['appointment-case'] = [about];
  const days = [...Array.from({ length: 11 }, () => day(draw)), decidedOn].filter(
    (on) => on !== '',
  );
  return {
    ...{ caseNo, staffNo, days },
    records: Object.fromEntries(
      Object.entries(records).map(([kind, rows]) => [
        kind,
        rows.map((row) => ({ system: 'upload', row })),
      ]),
    ),
  };
}

type Records = Record<string, Row[]>;
/** What tells rows of one kind and day apart. */
const told = ['item', 'department', 'year'];

type Fault = (records: Records, draw: Draw, caseNo: string, staffNo: string) => void;

function clearRecords(caseNo: string, staffNo: string, draw: Draw): Records {
  const before = isoDate(SETTLED - 20);
  return {
    'headcount-review': [headcount(caseNo, before, { filled_posts: '2' })],
    'file-review': items
      .filter((item) => item !== 'other' || draw.chance(0.5))
      .map((item) => ({
        case_no: caseNo,
        item,
        result: 'clear',
        reviewed_on: before,
        resolved_on: '',
      })),
    'joint-review-reply': departments.map((department) => ({
      ...{ case_no: caseNo, department, requested_on: before, due_on: before },
      ...{ replied_on: before, opinion: 'no_objection' },
    })),
    'inspection-notice': [notice(caseNo, { posted_on: before, ends_on: isoDate(SETTLED - 15) })],
    'inspection-opinion': heard.map(([respondent, circle], at) => ({
      ...{ ref: `O-${at}`, staff_no: staffNo, case_no: caseNo, given_on: before },
      ...{ respondent, circle, rating: '1' },
    })),
    'debriefing-score': [debriefing(staffNo, '2023', before, 'competent')],
    'audit-finding': [],
    'personal-matter-report': [
      report(staffNo, 'R-0', { due_on: before, submitted_on: before, checked_on: before }),
    ],
    'reminder-talk': [],
    sanctions: [],
  };
}

const headcount = (caseNo: string, on: string, more: Row): Row => ({
  ...{ case_no: caseNo, reviewed_on: on, established_posts: '3', filled_posts: '3' },
  ...{ leaving_posts: '', planned_posts: '', improper_treatment: 'false', ...more },
});
const notice = (caseNo: string, more: Row): Row => ({
  ...{ case_no: caseNo, kind: '', objection_count: '0', objections_settled_on: '', ...more },
});
const debriefing = (staffNo: string, year: string, on: string, grade: string): Row => ({
  ...{ staff_no: staffNo, year, held_on: on, score: '80', grade },
});
const report = (staffNo: string, ref: string, more: Row): Row => ({
  ...{ ref, staff_no: staffNo, period: '2023', kind: 'annual', topic: '', submitted_on: '' },
  ...{ check_result: 'consistent', checked_on: '', ...more },
});

/** Takes a record away, or moves one of its days. */
const spoil =
  (kind: string, column: string): Fault =>
  (records, draw) => {
    const rows = records[kind] ?? [];
    const at = draw.whole(0, rows.length - 1);
    const row = rows[at];
    if (!row) return;
    const on = day(draw);
    // Which of two of one day counts, nobody says.
    const isTaken = rows.some(
      (one) => one[column] === on && told.every((by) => one[by] === row[by]),
    );
    if (draw.chance(0.3)) rows.splice(at, 1);
    else if (!isTaken) rows[at] = { ...row, [column]: on };
  };

/** What has many borders must meet them often. */
function often(fault: Fault): Fault[] {
  return [fault, fault, fault];
}

const faults: readonly Fault[] = [
  spoil('headcount-review', 'reviewed_on'),
  spoil('file-review', 'reviewed_on'),
  spoil('joint-review-reply', 'replied_on'),
  spoil('joint-review-reply', 'requested_on'),
  spoil('inspection-notice', 'posted_on'),
  spoil('inspection-notice', 'ends_on'),
  spoil('inspection-opinion', 'given_on'),
  spoil('debriefing-score', 'held_on'),
  spoil('personal-matter-report', 'checked_on'),
  spoil('personal-matter-report', 'due_on'),
  (records, draw, caseNo) => {
    const more = {
      filled_posts: draw.pick(['2', '3', '4']),
      leaving_posts: draw.pick(['', '0', '1', '2']),
      planned_posts: draw.pick(['', '1', '2']),
      improper_treatment: draw.pick(['true', 'false']),
    };
    addOf(records, 'headcount-review', 'reviewed_on', headcount(caseNo, day(draw), more));
  },
  (records, draw, caseNo) => {
    const item = draw.pick(items);
    const result = draw.pick(['doubt', 'doubt', 'unqualified']);
    const row = {
      case_no: caseNo,
      item,
      result,
      reviewed_on: day(draw),
      resolved_on: maybeDay(draw),
    };
    addOf(records, 'file-review', 'reviewed_on', row, 'item');
  },
  (records, draw, caseNo) => {
    const row = {
      ...{ case_no: caseNo, department: draw.pick(departments), due_on: day(draw) },
      ...{ requested_on: day(draw), replied_on: maybeDay(draw) },
      opinion: draw.pick(['objection', 'defer', 'no_objection', '']),
    };
    addOf(records, 'joint-review-reply', 'requested_on', row, 'department');
  },
  (records, draw, caseNo) => {
    const count = draw.pick(['0', '1', '2']);
    const more = {
      posted_on: day(draw),
      ends_on: day(draw),
      objections_settled_on: maybeDay(draw),
    };
    records['inspection-notice']?.push(
      notice(caseNo, { kind: 'pre_appointment', objection_count: count, ...more }),
    );
  },
  (records, draw, _, staffNo) => {
    const grade = draw.pick(['competent', 'excellent', 'basically_competent', 'incompetent']);
    const year = draw.pick(['2022', '2023', '2024']);
    const row = debriefing(staffNo, year, day(draw), grade);
    addOf(records, 'debriefing-score', 'held_on', row, 'year');
  },
  ...often((records, draw, _, staffNo) => {
    const ref = `F-${records['audit-finding']?.length}`;
    records['audit-finding']?.push({
      ...{ ref, staff_no: staffNo, audit_no: 'A', phase: 'in_term', found_on: day(draw) },
      ...{ severity: draw.pick(['2', '3', '4']), rectified_on: maybeDay(draw) },
      ...{ return_visited_on: maybeDay(draw), re_rectified_on: maybeDay(draw) },
      return_visit_result: draw.pick(['', 'verified', 'not_rectified', 'not_rectified']),
    });
  }),
  ...often((records, draw, _, staffNo) => {
    const row = report(staffNo, `R-${records['personal-matter-report']?.length}`, {
      ...{ due_on: day(draw), submitted_on: maybeDay(draw), checked_on: maybeDay(draw) },
      check_result: draw.pick(['', 'not_checked', 'consistent', 'omitted', 'concealed']),
    });
    records['personal-matter-report']?.push(row);
  }),
  (records, draw, _, staffNo) => {
    const kind = draw.pick(['admonition', 'admonition', 'reminding']);
    const ref = `T-${records['reminder-talk']?.length}`;
    records['reminder-talk']?.push({ ref, staff_no: staffNo, kind, held_on: day(draw) });
  },
  (records, draw, _, staffNo) => {
    const dates = { decided_on: day(draw), effect_until: day(draw) };
    const ref = `P-${records.sanctions?.length}`;
    records.sanctions?.push({ ref, staff_no: staffNo, kind: 'warning', ...dates });
  },
];

/** Adds a row, unless one of that day (and that item, department or year) is there: which of two counts, nobody says. */
function addOf(records: Records, kind: string, dated: string, row: Row, also?: string): void {
  const rows = records[kind] ?? [];
  const same = (one: Row) =>
    one[dated] === row[dated] && (also === undefined || one[also] === row[also]);
  if (!rows.some(same)) rows.push(row);
}
