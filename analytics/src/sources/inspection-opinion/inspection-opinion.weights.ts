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
  /** `respondentWeight * channelFactor` by both codes. */
  readonly factors: readonly (readonly number[])[];
}

export const scaleOf = onceAMoment(({ policy, decay }: Moment<OpinionPolicy>): Scale => {
  const byRespondent = Object.keys(respondents) as (keyof typeof respondents)[];
  const byChannel = Object.keys(channels) as (keyof typeof channels)[];
  const factors = byRespondent.map((respondent) =>
    byChannel.map(
      (channel) => policy.respondentWeights[respondent] * policy.channelFactors[channel],
    ),
  );
  return { decay: decay(policy.halfLifeDays), factors };
});

/** What an empty channel counts as. */
export const UNKNOWN_CHANNEL = codeOf(fields.channel, 'unknown');

/** The weight of one opinion in the mean; 0 for one that does not exist yet, was refuted, or counts by itself. */
export function weightOf(
  rows: Rows<OpinionFields>,
  row: number,
  day: Day,
  { decay, factors }: Scale,
): number {
  const age = day - rows.given_on[row];
  if (age < 0 || standingOf(rows, row, day) !== 'weighed') return 0;
  const channel = rows.channel[row] === NO_CODE ? UNKNOWN_CHANNEL : rows.channel[row];
  const single = factors[rows.respondent[row]][channel] * decay(age);
  return (Math.floor(single * STEPS + 0.5) / STEPS) * ballotsOf(rows, row);
}
