import type { FollowUp } from '../../data/shapes.js';

type Holder = FollowUp['owedBy'];
const holders: readonly Holder[] = ['cadre', 'unit', 'office'];

/** What is overdue about one person. */
export interface Overdue {
  /** By who owes it, without inherited ones. */
  readonly by: ReadonlyMap<Holder, number>;
  readonly count: number;
  /** Due before counting began and still not done; in no other count. */
  readonly inherited: number;
}

/** Counts what is overdue among a person's follow-ups: the same for every sentence of the page. */
export function overdueOf(owed: readonly FollowUp[]): Overdue {
  const late = owed.filter(({ state }) => state === 'overdue');
  const counted = late.filter(({ inherited }) => !inherited);
  const by = new Map<Holder, number>();
  for (const holder of holders) {
    const count = counted.filter(({ owedBy }) => owedBy === holder).length;
    if (count) by.set(holder, count);
  }
  return { by, count: counted.length, inherited: late.length - counted.length };
}
