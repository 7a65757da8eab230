import type { Tally } from '../../data/shapes.js';

/** How many people are in the two upper bands. */
export const raisedOf = ({ bands }: Tally): number => bands.high + bands.elevated;

/** The share (0..1) of people in the two upper bands; 0 where there is nobody. */
export const shareOf = (tally: Tally): number =>
  tally.cadreCount ? raisedOf(tally) / tally.cadreCount : 0;
