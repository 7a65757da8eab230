import type { FollowUpState, KindTotals } from '../../data/shapes.js';

/** How many of a kind are in a state; closed ones are not counted and give 0. */
export function countIn(totals: KindTotals, state: FollowUpState): number {
  if (state === 'overdue') return totals.overdue;
  if (state === 'due-soon') return totals.dueSoon;
  return state === 'open' ? totals.open : 0;
}
