import type { Rows } from '../../fields/field.js';
import { faded, type Lines, type Millipoints, type Moment, millipoints } from '../../source.js';
import type { OpinionFields } from './inspection-opinion.fields.js';
import type { OpinionPolicy } from './inspection-opinion.policy.js';
import { reasonOf } from './inspection-opinion.reasons.js';
import { scaleOf, weigh } from './inspection-opinion.weights.js';

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
  const { given_on: givenOn, rating } = rows;
  const { cap, priorWeight, substantiatedPoints } = at.policy;
  const { day } = at;
  const scale = scaleOf(at);
  if (weights.length < to - from) weights = new Float64Array(2 * (to - from));
  const held = weights;
  const sumOfWeights = weigh(rows, from, to, day, scale, held);
  // Where nothing weighs anything, not even the prior, the shares are 0 and not 0 / 0.
  const all = sumOfWeights > 0 ? sumOfWeights + priorWeight : 1;
  let mean = 0;
  let proven = 0;
  for (let row = from; row < to; row++) {
    const weight = held[row - from];
    const badness = -rating[row] / 2;
    let gives: Millipoints;
    if (weight < 0) {
      gives = millipoints(substantiatedPoints * badness * faded(scale.decay, day - givenOn[row]));
      proven += gives;
    } else {
      gives = millipoints((cap * weight * badness) / all);
      mean += gives;
    }
    if (lines !== undefined && givenOn[row] <= day) {
      lines.add(row, gives, reasonOf(rows, row, at, Math.max(0, weight), sumOfWeights));
    }
  }
  if (mean < 0) lines?.adjust('floor', -mean);
  return Math.max(0, mean) + proven;
}
