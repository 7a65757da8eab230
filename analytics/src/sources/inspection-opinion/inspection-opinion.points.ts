import type { Rows } from '../../fields/field.js';
import { type Lines, type Millipoints, type Moment, millipoints } from '../../source.js';
import type { OpinionFields } from './inspection-opinion.fields.js';
import type { OpinionPolicy } from './inspection-opinion.policy.js';
import { reasonOf } from './inspection-opinion.reasons.js';
import { scaleOf, standingOf, weightOf } from './inspection-opinion.weights.js';

/** The weights of one cadre's opinions while they are summed; kept, since millions of cadres follow. */
let weights = new Float64Array(64);

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
  const { day, policy } = at;
  const { cap, priorWeight, substantiatedPoints } = policy;
  const scale = scaleOf(at);
  let sumOfWeights = 0;
  if (weights.length < to - from) weights = new Float64Array(2 * (to - from));
  for (let row = from; row < to; row++) {
    const weight = weightOf(rows, row, day, scale);
    weights[row - from] = weight;
    sumOfWeights += weight;
  }
  let mean = 0;
  let proven = 0;
  for (let row = from; row < to; row++) {
    if (rows.given_on[row] > day) continue;
    const badness = -rows.rating[row] / 2;
    const weight = weights[row - from];
    let gives = 0;
    if (weight > 0) {
      gives = millipoints((cap * weight * badness) / (sumOfWeights + priorWeight));
      mean += gives;
    } else if (standingOf(rows, row, day) === 'proven') {
      gives = millipoints(substantiatedPoints * badness * scale.decay(day - rows.given_on[row]));
      proven += gives;
    }
    lines?.add(row, gives, reasonOf(rows, row, at, weight, sumOfWeights));
  }
  if (mean < 0) lines?.adjust('floor', -mean);
  return Math.max(0, mean) + proven;
}
