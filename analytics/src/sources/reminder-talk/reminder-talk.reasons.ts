import type { Rows } from '../../fields/field.js';
import type { Labels } from '../../fields/labels.js';
import { agoInWords, choiceLabel, daysInWords, figure } from '../../fields/sentence.js';
import { faded, type Moment } from '../../source.js';
import { correctionDue } from './reminder-talk.correction.js';
import { fields, type TalkFields } from './reminder-talk.fields.js';
import type { TalkPolicy } from './reminder-talk.policy.js';

/** Why a talk gives what it gives; `kind` and `overdue` are its two parts in points, the first before it fades. */
export function reasonOf(
  rows: Rows<TalkFields>,
  row: number,
  at: Moment<TalkPolicy>,
  kind: number,
  overdue: number,
): Labels {
  const name = choiceLabel(fields.kind, rows.kind[row]);
  const age = at.day - rows.held_on[row];
  const ago = agoInWords(age);
  const itself = ofItself(
    rows.because_of[row] === 1,
    kind,
    faded(at.decay(at.policy.halfLifeDays), age),
  );
  const late = overdue > 0 ? lateness(rows, row, at, overdue) : { en: '', 'zh-CN': '' };
  return {
    en: `${name.en}, ${ago.en}: ${itself.en}${late.en}`,
    'zh-CN': `${name['zh-CN']}，${ago['zh-CN']}：${itself['zh-CN']}${late['zh-CN']}`,
  };
}

function ofItself(counted: boolean, kind: number, decay: number): Labels {
  if (counted) {
    return {
      en: 'the record it is about has counted already, so the talk counts 0',
      'zh-CN': '起因记录已计分，谈话本身不计分',
    };
  }
  if (kind === 0) return { en: 'this kind counts 0', 'zh-CN': '此类谈话不计分' };
  return {
    en: `${figure(kind)} × ${figure(decay)} for its age`,
    'zh-CN': `${figure(kind)}×时间${figure(decay)}`,
  };
}

function lateness(
  rows: Rows<TalkFields>,
  row: number,
  at: Moment<TalkPolicy>,
  overdue: number,
): Labels {
  const days = daysInWords(at.day - correctionDue(rows, row, at));
  return {
    en: `; the correction is ${days.en} overdue, + ${figure(overdue)}`,
    'zh-CN': `；整改已逾期${days['zh-CN']}，加${figure(overdue)}`,
  };
}
