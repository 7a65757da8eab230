import { reportRegulation } from '../fields/clause.js';
import { days, factor, group, ruled } from '../fields/policy-number.js';

/** The yearly random check of personal-matter reports. */
export interface RandomCheckPolicy {
  /** The share of those who reported that is drawn, 0 to 1. */
  readonly share: number;
  /** Whoever was drawn is to be checked within so many days. */
  readonly checkDays: number;
  /** Whoever is up for promotion within so many days of a draw is checked, too. */
  readonly promotionDays: number;
}

/** The schema of these numbers, with their defaults. */
export const randomCheckPolicy = group('Random check of personal matters', '个人有关事项随机抽查', {
  share: ruled(factor('Share that is drawn', '抽查比例', 0.1, { max: 1 }), reportRegulation()),
  checkDays: ruled(days('Checked within', '核查期限', 90)),
  promotionDays: days('Those up for promotion join for', '拟提拔对象纳入期限', 365),
});
