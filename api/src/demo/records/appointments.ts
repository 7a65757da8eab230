import { type Day, dateOf } from '@probity/analytics';
import { type Person, type Posting, postingOn } from '../province/people.js';
import type { Row } from '../province/rows.js';

const items = ['age', 'work_start', 'party_entry', 'education', 'experience', 'identity'];
const departments = [
  'discipline_inspection',
  'family_planning',
  'petitions',
  'audit',
  'organisation',
  'public_security',
];
const heard = [
  ['leading_group', 'work'],
  ['peer', 'work'],
  ['peer', 'life'],
  ['subordinate', 'work'],
  ['subordinate', 'social'],
  ['work_object', 'work'],
  ['service_object', 'social'],
] as const;

/** What becomes of a case, so that each can be found. */
interface Story {
  readonly caseNo: string;
  readonly post: string;
  /** Days since it was opened. */
  readonly age: number;
  /** Days since it was decided. */
  readonly decided?: number;
  /** Steps that are done; all where not given. */
  readonly done?: readonly Step[];
  readonly against?: 'over-quota' | 'objection' | 'sanction';
  /** A promotion where not given. */
  readonly kind?: 'transfer';
}

const steps = ['headcount', 'file', 'joint', 'notice', 'opinions', 'report'] as const;
type Step = (typeof steps)[number];

/** Below this nothing of what somebody does goes wrong often. */
const CALM = 0.05;

const stories: readonly Story[] = [
  { caseNo: 'RM-001', post: '副局长', age: 52 },
  { caseNo: 'RM-002', post: '副处长', age: 47, against: 'objection' },
  { caseNo: 'RM-003', post: '办公室主任', age: 40, against: 'over-quota' },
  { caseNo: 'RM-004', post: '人事处处长', age: 120, decided: 45, against: 'sanction' },
  { caseNo: 'RM-005', post: '规划财务处处长', age: 140, decided: 60 },
  { caseNo: 'RM-006', post: '监督检查处处长', age: 12, done: ['headcount', 'report'] },
];

/** Cases that went through in the last two years, every fourth a promotion: nothing was wrong with them. */
const settled: readonly Story[] = Array.from({ length: 20 }, (_, at) => {
  const age = 150 + 28 * at;
  const promotion = at % 4 === 0;
  return {
    caseNo: `RM-${101 + at}`,
    post: promotion ? '副局长' : '四级调研员',
    age,
    decided: age - 75,
    ...(promotion ? {} : { kind: 'transfer' as const }),
  };
});

/** The files of appointment cases, about people in service who give no cause by themselves. */
export interface AppointmentFiles {
  readonly cases: readonly Row[];
  readonly quotas: readonly Row[];
  readonly sanctions: readonly Row[];
  readonly reviews: Readonly<Record<string, readonly Row[]>>;
}

/**
 * Cases of which one is clear and in progress, two are blocked, and one is a breach; and those that
 * went through before, about people of whom the records say nothing bad (`blemished` are the others).
 */
export function appointments(
  people: readonly Person[],
  blemished: ReadonlySet<string>,
  madeOn: Day,
): AppointmentFiles {
  const serving = placed(people, madeOn);
  const candidates = perUnit(serving);
  const clean = candidates.flatMap(([, ...others]) =>
    others.filter(({ person }) => !blemished.has(person.staffNo)).slice(0, 1),
  );
  const tell = (candidate: Candidate | undefined, story: Story): Told[] =>
    candidate ? [{ ...candidate, story, on: (days) => dateOf(madeOn - days) ?? '' }] : [];
  const told = [
    ...stories.flatMap((story, at) => tell(candidates[at]?.[0], story)),
    ...settled.flatMap((story, at) => tell(clean[at], story)),
  ];
  const of = (step: Step, rows: (one: (typeof told)[number]) => Row[]) =>
    told.filter(({ story }) => (story.done ?? steps).includes(step)).flatMap(rows);
  return {
    cases: told.map(caseRow),
    quotas: quotas(serving, told),
    sanctions: told
      .filter(({ story }) => story.against === 'sanction')
      .map(({ story, person, on }) => ({
        ref: `CF-${story.caseNo}`,
        staff_no: person.staffNo,
        kind: '党内警告',
        decided_on: on(story.age),
        effect_until: on(-60),
      })),
    reviews: {
      'headcount-review': of('headcount', headcountRow),
      'file-review': of('file', fileRows),
      'joint-review-reply': of('joint', replyRows),
      'inspection-notice': of('notice', noticeRow),
      'inspection-opinion': of('opinions', opinionRows),
      'personal-matter-report': of('report', reportRow),
    },
  };
}

interface Candidate {
  readonly person: Person;
  readonly posting: Posting;
  /** How many hold a post of the rank in the unit. */
  readonly filled: number;
}

interface Told extends Candidate {
  readonly story: Story;
  /** The date so many days before the data is made. */
  on(days: number): string;
}

type Placed = Pick<Candidate, 'person' | 'posting'>;

const placed = (people: readonly Person[], madeOn: Day): Placed[] =>
  people.flatMap((person) => {
    const posting = person.leftOn === null ? postingOn(person, madeOn) : undefined;
    return posting ? [{ person, posting }] : [];
  });

const placeOf = ({ posting }: Placed) => `${posting.unit.code}/${posting.rank}`;

/** Those of each unit who give no cause by themselves, in ranks that report. */
function perUnit(serving: readonly Placed[]): Candidate[][] {
  const calm = serving.filter(({ person }) => person.fault < CALM && person.reports);
  const filled = Map.groupBy(serving, placeOf);
  const byUnit = Map.groupBy(calm, ({ posting }) => posting.unit.code);
  return [...byUnit.values()].map((some) =>
    some.map((one) => ({ ...one, filled: filled.get(placeOf(one))?.length ?? 0 })),
  );
}

/** The posts of each unit and rank: one more than are filled, but for those that a case tells otherwise. */
function quotas(serving: readonly Placed[], told: readonly Told[]): Row[] {
  const toldOf = new Map(told.toReversed().map((one) => [placeOf(one), one.story]));
  return [...Map.groupBy(serving, placeOf)].flatMap(([place, [first, ...others]]) => {
    if (!first) return [];
    const { unit, rank } = first.posting;
    const posts = established(toldOf.get(place), 1 + others.length);
    return [{ unit_code: unit.code, rank, established_posts: String(posts) }];
  });
}

const established = (story: Story | undefined, filled: number) =>
  story?.against === 'over-quota' ? filled : filled + 1;

const caseRow = ({ story, person, posting, on }: Told): Row => ({
  case_no: story.caseNo,
  list_no: `MD-${on(story.age).slice(0, 4)}`,
  kind: story.kind ?? 'promotion',
  staff_no: person.staffNo,
  unit_code: posting.unit.code,
  post: story.post,
  post_code: `ZW-${story.caseNo}`,
  rank: posting.rank,
  opened_on: on(story.age),
  decided_on: story.decided === undefined ? '' : on(story.decided),
  decision: story.decided === undefined ? '' : 'appointed',
});

const headcountRow = ({ story, filled, on }: Told): Row[] => [
  {
    case_no: story.caseNo,
    reviewed_on: on(story.age - 8),
    established_posts: String(established(story, filled)),
    filled_posts: String(filled),
    leaving_posts: '0',
    planned_posts: '1',
    improper_treatment: 'false',
  },
];

const fileRows = ({ story, on }: Told): Row[] =>
  items.map((item) => ({
    case_no: story.caseNo,
    item,
    result: 'clear',
    reviewed_on: on(story.age - 15),
    resolved_on: '',
  }));

const replyRows = ({ story, on }: Told): Row[] =>
  departments.map((department) => {
    const objects = story.against === 'objection' && department === 'petitions';
    return {
      case_no: story.caseNo,
      department,
      requested_on: on(story.age - 10),
      due_on: on(story.age - 30),
      replied_on: on(story.age - 20),
      opinion: objects ? 'objection' : 'no_objection',
      reason: objects ? '信访件正在核实' : '',
    };
  });

const noticeRow = ({ story, on }: Told): Row[] => [
  {
    case_no: story.caseNo,
    kind: 'inspection',
    posted_on: on(story.age - 20),
    ends_on: on(story.age - 27),
    objection_count: '0',
    objections_settled_on: '',
  },
];

const opinionRows = ({ story, person, on }: Told): Row[] =>
  heard.map(([respondent, circle], at) => ({
    ref: `KC-${story.caseNo}-${at + 1}`,
    staff_no: person.staffNo,
    given_on: on(story.age - 24),
    respondent,
    circle,
    rating: at % 2 === 0 ? '1' : '2',
    channel: 'interview',
    case_no: story.caseNo,
  }));

const reportRow = ({ story, person, on }: Told): Row[] => [
  {
    ref: `HC-${story.caseNo}`,
    staff_no: person.staffNo,
    period: on(story.age).slice(0, 4),
    kind: 'change',
    topic: '凡提必核',
    due_on: on(story.age - 5),
    submitted_on: on(story.age - 3),
    check_reason: 'promotion',
    check_result: 'consistent',
    checked_on: on(story.age - 9),
  },
];
