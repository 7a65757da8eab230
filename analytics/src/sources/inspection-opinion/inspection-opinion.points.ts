import type { Rows } from '../../fields/field.js';
import { type Lines, type Millipoints, type Moment, millipoints } from '../../source.js';
import type { OpinionFields } from './inspection-opinion.fields.js';
import type { OpinionPolicy } from './inspection-opinion.policy.js';
import { reasonOf } from './inspection-opinion.reasons.js';
import { scaleOf, standingOf, weightOf } from './inspection-opinion.weights.js';

/**
 * A mean of all ratings, weighted by who says it, how, and when, and held towards 0 by the prior
 * weight; it never falls below 0 (adjustment `floor`). Opinions found substantiated leave the mean
 * and count by themselves.
 */
export function points(
  rows: Rows<OpinionFields>,
  from: number,
  to: number,
  at: Moment<OpinionPolicy>,
  lines?: Lines,
): Millipoints {
  const scale = scaleOf(at);
  let sumOfWeights = 0;
  for (let row = from; row < to; row++) sumOfWeights += weightOf(rows, row, at.day, scale);
  let mean = 0;
  let proven = 0;
  for (let row = from; row < to; row++) {
    if (rows.given_on[row] > at.day) continue;
    const weight = weightOf(rows, row, at.day, scale);
    const alone = standingOf(rows, row, at.day) === 'proven';
    const gives = millipoints(
      alone
        ? provenPoints(rows, row, at)
        : weighedPoints(rows.rating[row], weight, sumOfWeights, at),
    );
    if (alone) proven += gives;
    else mean += gives;
    lines?.add(row, gives, reasonOf(rows, row, at, weight, sumOfWeights));
  }
  if (mean < 0) lines?.adjust('floor', -mean);
  return Math.max(0, mean) + proven;
}

function weighedPoints(
  rating: number,
  weight: number,
  sumOfWeights: number,
  { policy }: Moment<OpinionPolicy>,
): number {
  if (weight === 0) return 0;
  return (policy.cap * weight * (-rating / 2)) / (sumOfWeights + policy.priorWeight);
}

function provenPoints(
  rows: Rows<OpinionFields>,
  row: number,
  { day, policy, decay }: Moment<OpinionPolicy>,
): number {
  const age = day - rows.given_on[row];
  return policy.substantiatedPoints * (-rows.rating[row] / 2) * decay(policy.halfLifeDays)(age);
}
