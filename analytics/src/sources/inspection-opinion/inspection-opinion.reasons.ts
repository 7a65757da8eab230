import { codeOf, NO_CODE, type Rows } from '../../fields/field.js';
import type { Labels } from '../../fields/labels.js';
import { agoInWords, choiceLabel, figure } from '../../fields/sentence.js';
import { faded, type Moment } from '../../source.js';
import { fields, type OpinionFields } from './inspection-opinion.fields.js';
import type { OpinionPolicy } from './inspection-opinion.policy.js';
import { ballotsOf, factorOf, scaleOf, standingOf } from './inspection-opinion.weights.js';

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
  const age = at.day - rows.given_on[row];
  if (standing === 'proven') {
    const each = figure(at.policy.substantiatedPoints);
    const badness = figure(-rows.rating[row] / 2);
    const decay = figure(faded(scaleOf(at).decay, age));
    return {
      en: `${who.en}: found substantiated, so it counts by itself, ${each} × ${badness} for the rating × ${decay} for its age`,
      'zh-CN': `${who['zh-CN']}：经核实属实，单独计分，${each}×评价${badness}×时间${decay}`,
    };
  }
  if (weight === 0) return reasonWithoutWeight(who, factorOf(rows, row, scaleOf(at)) === 0);
  const { priorWeight } = at.policy;
  const all = figure(sum + priorWeight);
  return {
    en: `${who.en}: weighs ${figure(weight)} of ${all} (all opinions, and ${figure(priorWeight)} so that a few decide little)`,
    'zh-CN': `${who['zh-CN']}：权重${figure(weight)}，合计${all}（全部意见，另加${figure(priorWeight)}以免少数意见左右得分）`,
  };
}

function reasonWithoutWeight(who: Labels, ofItsKind: boolean): Labels {
  return ofItsKind
    ? {
        en: `${who.en}: opinions of this kind weigh nothing unless found substantiated, so it counts 0`,
        'zh-CN': `${who['zh-CN']}：此类意见未经核实属实不计权重，不计分`,
      }
    : {
        en: `${who.en}: too old to weigh anything, so it counts 0`,
        'zh-CN': `${who['zh-CN']}：时间过久，权重为零，不计分`,
      };
}

function whoSaid(rows: Rows<OpinionFields>, row: number, day: number): Labels {
  const respondent = choiceLabel(fields.respondent, rows.respondent[row]);
  const channel = choiceLabel(fields.channel, rows.channel[row]);
  const age = agoInWords(day - rows.given_on[row]);
  const rating = rows.rating[row];
  const ballots = ballotsOf(rows, row);
  const via =
    rows.channel[row] === NO_CODE || rows.channel[row] === UNKNOWN_CHANNEL
      ? { en: '', 'zh-CN': '' }
      : { en: `, ${channel.en.toLowerCase()}`, 'zh-CN': `，${channel['zh-CN']}` };
  const times = ballots === 1 ? { en: '', 'zh-CN': '' } : ballotsInWords(ballots);
  return {
    en: `${respondent.en}${via.en}${times.en}, rated ${rating}, ${age.en}`,
    'zh-CN': `${respondent['zh-CN']}${via['zh-CN']}${times['zh-CN']}，评价${rating}，${age['zh-CN']}`,
  };
}

function ballotsInWords(count: number): Labels {
  return { en: `, ${count} ballots`, 'zh-CN': `，${count}票` };
}
