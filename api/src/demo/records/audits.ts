import { type Day, dateOf, yearOf } from '@probity/analytics';
import type { Draw } from '../province/draw.js';
import type { Person, Posting } from '../province/people.js';
import { dateBy, type Row } from '../province/rows.js';

const categories = [
  '“三公”经费',
  '工程招投标',
  '政府采购',
  '国有资产管理',
  '专项资金使用',
  '财务核算',
  '重大决策程序',
];

interface Audit {
  readonly person: Person;
  readonly phase: 'in_term' | 'end_of_term';
  readonly on: Day;
}

/** Audits of heads: in campaigns in spring and autumn during the term, and within months of its end. */
export function auditFindings(
  draw: Draw,
  people: readonly Person[],
  since: Day,
  madeOn: Day,
): Row[] {
  const numbers = new Map<number, number>();
  return people
    .flatMap((person) => person.postings.flatMap((posting) => audits(draw, person, posting)))
    .filter(({ on }) => on >= since && on <= madeOn)
    .sort((a, b) => a.on - b.on)
    .flatMap((audit) => {
      const year = yearOf(audit.on);
      const number = (numbers.get(year) ?? 0) + 1;
      numbers.set(year, number);
      return findings(draw, audit, `审${year}-${String(number).padStart(3, '0')}`, madeOn);
    });

  function audits(draw: Draw, person: Person, posting: Posting): Audit[] {
    const audited: Audit[] = [];
    const end = posting.to ?? madeOn;
    if (posting.head || draw.chance(0.35)) {
      const every = posting.head ? [560, 900] : [900, 1400];
      const step = () => draw.whole(every[0] ?? 0, every[1] ?? 0);
      for (let on = posting.from + step(); on < end; on += step()) {
        audited.push({ person, phase: 'in_term', on: campaignDay(draw, on) });
      }
    }
    // An audit at the end of a term is due within 180 days; some come late, some not at all.
    if (posting.head && posting.to !== null && draw.chance(0.9)) {
      audited.push({ person, phase: 'end_of_term', on: posting.to + draw.whole(25, 170) });
    }
    return audited;
  }
}

/** Moves a day into the nearest campaign: April to June, or September to November. */
function campaignDay(draw: Draw, day: Day): Day {
  const month = new Date(day * 86_400_000).getUTCMonth() + 1;
  const forward = [3, 2, 1, 0, 0, 0, 2, 1, 0, 0, 0, 4][month - 1] ?? 0;
  return forward === 0 ? day : day + forward * 30 + draw.whole(-12, 12);
}

function findings(draw: Draw, audit: Audit, auditNo: string, madeOn: Day): Row[] {
  const { fault } = audit.person;
  const count = Math.floor(draw.next() * 1.7 + fault * 5 * draw.next() + 0.35);
  if (count === 0) return [finding(draw, audit, auditNo, 1, 0, madeOn)];
  return Array.from({ length: count }, (_, turn) => {
    const weight = draw.around(0.9 + 2.6 * fault, 0.7);
    const severity = Math.max(1, Math.min(4, Math.round(weight)));
    return finding(draw, audit, auditNo, turn + 1, severity, madeOn);
  });
}

function finding(
  draw: Draw,
  { person, phase, on }: Audit,
  auditNo: string,
  turn: number,
  severity: number,
  madeOn: Day,
): Row {
  const none = severity === 0;
  const rectifyBy = none ? null : on + draw.pick([60, 90, 90, 120]);
  return {
    ref: `${auditNo}-${turn}`,
    staff_no: person.staffNo,
    audit_no: auditNo,
    phase,
    responsibility: none ? '' : draw.pick(['direct', 'leadership', 'leadership', 'none']),
    found_on: dateOf(on) ?? '',
    severity: String(severity),
    category: none ? '' : draw.pick(categories),
    amount: none
      ? ''
      : draw.maybe(0.6, () => (10 ** draw.around(4 + severity / 2, 0.6)).toFixed(2)),
    rectify_by: rectifyBy === null ? '' : draw.maybe(0.85, () => dateOf(rectifyBy) ?? ''),
    ...afterwards(draw, person, rectifyBy, madeOn),
  };
}

/** Rectification, the return visit, and what follows a visit that found nothing done. */
function afterwards(draw: Draw, { fault }: Person, rectifyBy: Day | null, madeOn: Day): Row {
  const slow = 0.02 + 0.4 * fault;
  const rectified =
    rectifyBy === null || draw.chance(0.015 + 0.28 * fault)
      ? null
      : rectifyBy + (draw.chance(slow) ? draw.whole(5, 160) : -draw.whole(2, 45));
  const visited = rectified === null || draw.chance(0.04) ? null : rectified + draw.whole(30, 88);
  const failed = draw.chance(0.04 + 0.25 * fault);
  const again = visited === null || !failed ? null : visited + draw.whole(12, 45);
  const seen = visited !== null && visited <= madeOn;
  return {
    rectified_on: dateBy(rectified, madeOn),
    return_visited_on: dateBy(visited, madeOn),
    return_visit_result: seen ? (failed ? 'not_rectified' : 'verified') : '',
    re_rectified_on: draw.chance(0.85) ? dateBy(again, madeOn) : '',
    re_verified_on: '',
  };
}
