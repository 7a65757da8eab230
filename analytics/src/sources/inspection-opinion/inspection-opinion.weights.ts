import type { Day } from '../../fields/day.js';
import { codeOf, NO_CODE, NO_INTEGER, type Rows } from '../../fields/field.js';
import { type Decay, type Moment, onceAMoment } from '../../source.js';
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

/** The weight of one opinion in the mean; 0 for one that does not exist yet, was refuted, or counts by itself. */
export function weightOf(rows: Rows<OpinionFields>, row: number, day: Day, scale: Scale): number {
  const age = day - rows.given_on[row];
  if (age < 0 || standingOf(rows, row, day) !== 'weighed') return 0;
  const single = factorOf(rows, row, scale) * scale.decay(age);
  return (Math.floor(single * STEPS + 0.5) / STEPS) * ballotsOf(rows, row);
}
