import { type Day, dateOf } from '@probity/analytics';
import type { Person, Posting } from '../province/people.js';
import type { Row } from '../province/rows.js';

const CATEGORY = '专项资金使用';

/** Two who held one post after another, for long enough to be audited in it. */
interface Succession {
  readonly before: Person;
  readonly after: Person;
  readonly postCode: string;
  readonly earlier: Posting;
  readonly later: Posting;
}

/** People whom audits of the demonstration tell something about that a newcomer should find. */
export interface ToldFindings {
  readonly rows: readonly Row[];
  /** The code of the post that a posting row is in; empty for all but two. */
  postCodeOf(person: Person, posting: Posting): string;
}

/**
 * A problem of one category found again for one person, and again for the successor in a post; and a
 * rectification that a return visit found not to be one. Always of the same people, whatever day the
 * data is made on.
 */
export function toldFindings(people: readonly Person[], madeOn: Day): ToldFindings {
  const serving = people.filter(({ leftOn }) => leftOn === null);
  const [again, reopened] = serving.filter(
    ({ postings, fault }) => fault > 0.2 && (postings.at(-1)?.from ?? madeOn) < madeOn - 1100,
  );
  const succession = successionAmong(serving, madeOn);
  const rows: Row[] = [];
  if (again) {
    rows.push(finding('SJ-LF-1', again, madeOn - 900, rectified(madeOn - 830)));
    rows.push(finding('SJ-LF-2', again, madeOn - 120, open));
  }
  if (succession) {
    const { before, after, earlier, later } = succession;
    const endedOn = earlier.to ?? madeOn;
    rows.push(finding('SJ-JR-1', before, endedOn - 60, rectified(endedOn + 20)));
    rows.push(finding('SJ-JR-2', after, later.from + 200, open));
  }
  if (reopened) {
    const visit = {
      ...rectified(madeOn - 150),
      return_visited_on: dateOf(madeOn - 70) ?? '',
      return_visit_result: 'not_rectified',
    };
    rows.push(finding('SJ-HF-1', reopened, madeOn - 240, visit));
  }
  return {
    rows,
    postCodeOf: (_, posting) =>
      posting === succession?.earlier || posting === succession?.later ? succession.postCode : '',
  };
}

function successionAmong(serving: readonly Person[], madeOn: Day): Succession | undefined {
  for (const before of serving) {
    const [earlier] = before.postings;
    if (!earlier?.to || before.postings.length < 2) continue;
    const { unit, post, to } = earlier;
    for (const after of serving) {
      const later = after.postings.at(-1);
      const follows = later && later.unit === unit && later.post === post && after !== before;
      if (!follows || later.from < to || later.from > Math.min(to + 200, madeOn - 400)) continue;
      return { before, after, earlier, later, postCode: `ZW-${unit.code}` };
    }
  }
  return undefined;
}

const open = { rectified_on: '', return_visited_on: '', return_visit_result: '' };
const rectified = (on: Day) => ({ ...open, rectified_on: dateOf(on) ?? '' });

function finding(ref: string, person: Person, foundOn: Day, course: typeof open): Row {
  return {
    ref,
    staff_no: person.staffNo,
    audit_no: ref,
    phase: 'in_term',
    responsibility: 'leadership',
    found_on: dateOf(foundOn) ?? '',
    severity: '2',
    category: CATEGORY,
    amount: '',
    rectify_by: dateOf(foundOn + 90) ?? '',
    ...course,
    re_rectified_on: '',
    re_verified_on: '',
  };
}
