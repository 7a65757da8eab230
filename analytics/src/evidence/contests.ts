import { compareCodePoints } from '../fields/code-points.js';
import type { Day } from '../fields/day.js';

/** What somebody says is wrong in their records, as far as follow-ups ask. */
export interface Contest {
  /** The number of the contest. */
  readonly ref: string;
  readonly filedOn: Day;
  /** NO_DAY while it is not answered. */
  readonly answeredOn: Day;
}

/** A contest of the cadre with this index. */
export interface ContestRow extends Contest {
  readonly cadre: number;
}

/** The contests of each cadre by index, by number; cadres without one are not there. Plain data, so that threads can share it. */
export type ContestsByCadre = ReadonlyMap<number, readonly Contest[]>;

/** The contests, in whatever order they came. */
export function contestsByCadre(rows: readonly ContestRow[]): ContestsByCadre {
  const sorted = rows.toSorted((a, b) => compareCodePoints(a.ref, b.ref));
  const contests = new Map<number, Contest[]>();
  for (const { cadre, ...one } of sorted) {
    const known = contests.get(cadre);
    if (known) known.push(one);
    else contests.set(cadre, [one]);
  }
  return contests;
}
