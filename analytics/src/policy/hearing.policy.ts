import { count, days, group, points, ruled } from '../fields/policy-number.js';

/** The numbers of the right to be heard. */
export interface HearingPolicy {
  /** A contest is to be answered within so many days of its filing. */
  readonly answerDays: number;
  /** The link for the eyes of the person concerned opens for so many days. */
  readonly linkDays: number;
  /** On the sheet for the person concerned, opinions are told as whole multiples of this. */
  readonly opinionsRoundedTo: number;
  /** From how many opinions on the sheet no longer says "under" so many, and from how many "or more". */
  readonly someOpinions: number;
  readonly manyOpinions: number;
}

/** The schema of these numbers, with their defaults. */
export const hearingPolicy = group('Right to be heard', '陈述申辩', {
  answerDays: ruled(days('A contest is answered within', '申辩答复期限', 30)),
  linkDays: days('A link for the person opens for', '本人查阅链接有效期', 14, { min: 1, max: 90 }),
  opinionsRoundedTo: points('Opinions on the sheet are rounded to', '告知书中考察意见取整单位', 1, {
    min: 1,
  }),
  someOpinions: count('The sheet says "under" for fewer opinions than', '告知书“少于”的意见数', 5, {
    min: 2,
  }),
  manyOpinions: count('The sheet says "or more" from', '告知书“及以上”的意见数', 20, { min: 3 }),
}).refine((numbers) => numbers.manyOpinions > numbers.someOpinions, {
  error: '"or more" must begin above "under"',
  params: { refusal: 'counts-order' },
});
