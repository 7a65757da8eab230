import type { Contest } from '../evidence/contests.js';
import type { Day } from '../fields/day.js';
import type { Policy } from '../policy/schema.js';
import type { DueAfter, Obligation } from '../source.js';

/** The office owes each contest filed by the day an answer within the days that policy gives. */
export function contestObligations(
  contests: readonly Contest[],
  day: Day,
  { hearing }: Policy,
  dueAfter: DueAfter,
): Obligation[] {
  return contests
    .filter(({ filedOn }) => filedOn <= day)
    .map(({ ref, filedOn, answeredOn }) => ({
      kind: 'answer-contest',
      owedBy: 'office',
      row: -1,
      period: ref,
      dueOn: dueAfter('answer-contest', filedOn, hearing.answerDays),
      closedOn: answeredOn,
    }));
}
