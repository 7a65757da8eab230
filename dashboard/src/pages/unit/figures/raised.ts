import type { Tally } from '../../../data/shapes.js';

/** How many people are in the two upper bands; null where that is hidden. */
export const raisedOf = ({ bands }: Tally): number | null =>
  bands.high === null || bands.elevated === null ? null : bands.high + bands.elevated;

/** The share (0..1) of people in the two upper bands; 0 where there is nobody, null where it is hidden. */
export function shareOf(tally: Tally): number | null {
  if (tally.cadreCount === 0) return 0;
  const raised = raisedOf(tally);
  if (tally.cadreCount === null || raised === null) return null;
  // Two rounded counts can come to more than the rounded whole.
  return Math.min(1, raised / tally.cadreCount);
}
