import { codeOf, NO_CODE, type Rows } from '../../fields/field.js';
import type { Labels } from '../../fields/labels.js';
import { choiceLabel, daysInWords, figure } from '../../fields/sentence.js';
import type { Moment } from '../../source.js';
import { fields, type OpinionFields } from './inspection-opinion.fields.js';
import type { OpinionPolicy } from './inspection-opinion.policy.js';
import { ballotsOf, standingOf } from './inspection-opinion.weights.js';

const UNKNOWN_CHANNEL = codeOf(fields.channel, 'unknown');

/** Why an opinion gives what it gives; `weight` is its own, `sum` that of all. */
export function reasonOf(
  rows: Rows<OpinionFields>,
  row: number,
  at: Moment<OpinionPolicy>,
  weight: number,
  sum: number,
): Labels {
  const who = whoSaid(rows, row, at.day);
  const standing = standingOf(rows, row, at.day);
  if (standing === 'refuted') {
    return {
      en: `${who.en}: found unsubstantiated, so it counts 0`,
      'zh-CN': `${who['zh-CN']}：经核实不实，不计分`,
    };
  }
  if (standing === 'proven') {
    const decay = figure(at.decay(at.policy.halfLifeDays)(at.day - rows.given_on[row]));
    const most = figure(at.policy.substantiatedPoints);
    return {
      en: `${who.en}: found substantiated, counts by itself, up to ${most} × ${decay} for its age`,
      'zh-CN': `${who['zh-CN']}：经核实属实，单独计分，上限${most}×时间系数${decay}`,
    };
  }
  if (weight === 0) {
    return {
      en: `${who.en}: opinions of this kind or age have no weight, so it counts 0`,
      'zh-CN': `${who['zh-CN']}：此类或此时间的意见无权重，不计分`,
    };
  }
  const prior = figure(at.policy.priorWeight);
  return {
    en: `${who.en}: weight ${figure(weight)} of ${figure(sum)} in all, plus ${prior}`,
    'zh-CN': `${who['zh-CN']}：权重${figure(weight)}，全部权重${figure(sum)}，另加${prior}`,
  };
}

function whoSaid(rows: Rows<OpinionFields>, row: number, day: number): Labels {
  const respondent = choiceLabel(fields.respondent, rows.respondent[row]);
  const channel = choiceLabel(fields.channel, rows.channel[row]);
  const age = daysInWords(day - rows.given_on[row]);
  const rating = rows.rating[row];
  const ballots = ballotsOf(rows, row);
  const via =
    rows.channel[row] === NO_CODE || rows.channel[row] === UNKNOWN_CHANNEL
      ? { en: '', 'zh-CN': '' }
      : { en: `, ${channel.en.toLowerCase()}`, 'zh-CN': `，${channel['zh-CN']}` };
  const times = ballots === 1 ? { en: '', 'zh-CN': '' } : ballotsInWords(ballots);
  return {
    en: `${respondent.en}${via.en}${times.en}, rated ${rating}, ${age.en} ago`,
    'zh-CN': `${respondent['zh-CN']}${via['zh-CN']}${times['zh-CN']}，评价${rating}，${age['zh-CN']}前`,
  };
}

function ballotsInWords(count: number): Labels {
  return { en: `, ${count} ballots`, 'zh-CN': `，${count}票` };
}
