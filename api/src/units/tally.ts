import { type Band, bandCodes } from '@probity/analytics';

/** People counted by band, and the sum of their scores in millipoints. */
export interface Tally {
  readonly bands: Readonly<Record<Band, number>>;
  readonly sum: number;
}

/** The people and the overdue follow-ups of one unit, or of its whole subtree. */
export interface UnitTally extends Tally {
  readonly overdueCount: number;
}

/** Nobody. */
export const nobody: UnitTally = {
  bands: { high: 0, elevated: 0, watch: 0, low: 0, insufficient: 0 },
  sum: 0,
  overdueCount: 0,
};

/** Both together. */
export function added(a: UnitTally, b: UnitTally): UnitTally {
  const bands = bandCodes.map((band) => [band, a.bands[band] + b.bands[band]]);
  return {
    bands: Object.fromEntries(bands) as Record<Band, number>,
    sum: a.sum + b.sum,
    overdueCount: a.overdueCount + b.overdueCount,
  };
}

/** How many people were counted. */
export const headcount = ({ bands }: Tally): number =>
  bandCodes.reduce((count, band) => count + bands[band], 0);

/** What an answer says of a tally: the mean in points with at most three decimals, null over nobody. */
export function answered(tally: Tally) {
  const cadreCount = headcount(tally);
  return {
    cadreCount,
    bands: tally.bands,
    meanScore: cadreCount === 0 ? null : Math.round(tally.sum / cadreCount) / 1000,
  };
}

/** A unit's place in the tree, in pre-order numbers. */
export interface TreePlace {
  readonly enter: number;
  readonly leave: number;
}

/**
 * What each unit's whole subtree comes to, in the order of `units` (pre-order), from what its own
 * people come to by its `enter`.
 */
export function rolledUp(
  units: readonly TreePlace[],
  own: ReadonlyMap<number, UnitTally>,
): UnitTally[] {
  const sums = units.map(({ enter }) => own.get(enter) ?? nobody);
  // From the end, so that a subtree is complete before it is added to the unit above it.
  const ends: number[] = [];
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at];
    for (let child = ends.at(-1); child !== undefined; child = ends.at(-1)) {
      if ((units[child]?.enter ?? 0) > (unit?.leave ?? 0)) break;
      sums[at] = added(sums[at] ?? nobody, sums[child] ?? nobody);
      ends.pop();
    }
    ends.push(at);
  }
  return sums;
}
