import type { Day } from '../../fields/day.js';
import { codeOf, NO_CODE, NO_INTEGER, type Rows } from '../../fields/field.js';
import { type Decay, faded, type Moment, onceAMoment } from '../../source.js';
import { channels, fields, type OpinionFields, respondents } from './inspection-opinion.fields.js';
import type { OpinionPolicy } from './inspection-opinion.policy.js';

const SUBSTANTIATED = codeOf(fields.verification, 'substantiated');
const UNSUBSTANTIATED = codeOf(fields.verification, 'unsubstantiated');

/** Weights are whole numbers of these, so that their sum is exact in any order. */
const STEPS = 2 ** 24;

/** What the verification of an opinion has come to by the as-of day. */
export type Standing = 'weighed' | 'refuted' | 'proven';

/** How one opinion counts: in the weighted mean, not at all, or (proven and negative) by itself. */
export function standingOf(rows: Rows<OpinionFields>, row: number, day: Day): Standing {
  if (rows.verified_on[row] > day) return 'weighed';
  const verification = rows.verification[row];
  if (verification === UNSUBSTANTIATED) return 'refuted';
  return verification === SUBSTANTIATED && rows.rating[row] < 0 ? 'proven' : 'weighed';
}

/** Number of ballots behind an opinion: 1 where none is given. */
export function ballotsOf(rows: Rows<OpinionFields>, row: number): number {
  const count = rows.ballot_count[row];
  return count === NO_INTEGER ? 1 : count;
}

/** What weights are made of as of a moment, worked out once. */
export interface Scale {
  readonly decay: Decay;
  /** `respondentWeight * channelFactor` by `respondent * CODES + channel`. */
  readonly factors: Float64Array;
}

/** Column codes there can be, the empty one included. */
const CODES = NO_CODE + 1;

export const scaleOf = onceAMoment(({ policy, decay }: Moment<OpinionPolicy>): Scale => {
  const byRespondent = Object.keys(respondents) as (keyof typeof respondents)[];
  const byChannel = Object.keys(channels) as (keyof typeof channels)[];
  const factors = new Float64Array(byRespondent.length * CODES);
  byRespondent.forEach((respondent, row) => {
    const weight = policy.respondentWeights[respondent];
    byChannel.forEach((channel, code) => {
      factors[row * CODES + code] = weight * policy.channelFactors[channel];
    });
    // An empty channel is as good as an unknown one.
    factors[row * CODES + NO_CODE] = weight * policy.channelFactors.unknown;
  });
  return { decay: decay(policy.halfLifeDays), factors };
});

/** What an opinion weighs before its age and its ballots. */
export function factorOf(rows: Rows<OpinionFields>, row: number, { factors }: Scale): number {
  return factors[rows.respondent[row] * CODES + rows.channel[row]];
}

/** Stands for an opinion that counts by itself and weighs nothing in the mean. */
const BY_ITSELF = -1;
const NO_BALLOTS = NO_INTEGER;

/**
 * Writes the weights of the opinions `from` to `to` into `weights`, from its start: 0 for one that
 * does not exist yet or was refuted, less than 0 for one that counts by itself. Returns the sum of
 * those in the mean.
 */
export function weigh(
  rows: Rows<OpinionFields>,
  from: number,
  to: number,
  day: Day,
  { decay, factors }: Scale,
  weights: Float64Array,
): number {
  const { given_on, respondent, rating, channel, ballot_count, verified_on, verification } = rows;
  let sum = 0;
  for (let row = from; row < to; row++) {
    const age = day - given_on[row];
    let weight = 0;
    if (age >= 0) {
      const single = factors[respondent[row] * CODES + channel[row]] * faded(decay, age);
      weight = Math.floor(single * STEPS + 0.5) / STEPS;
      const ballots = ballot_count[row];
      if (ballots !== NO_BALLOTS) weight *= ballots;
      if (verified_on[row] <= day) {
        if (verification[row] === UNSUBSTANTIATED) weight = 0;
        else if (verification[row] === SUBSTANTIATED && rating[row] < 0) weight = BY_ITSELF;
      }
      if (weight > 0) sum += weight;
    }
    weights[row - from] = weight;
  }
  return sum;
}
