import { codeOf, type Rows } from '../../fields/field.js';
import type { Labels } from '../../fields/labels.js';
import { agoInWords, choiceLabel, figure } from '../../fields/sentence.js';
import {
  faded,
  type Lines,
  type Millipoints,
  type Moment,
  millipoints,
  onceAMoment,
} from '../../source.js';
import { type FileFields, fields } from './file-review.fields.js';
import type { FilePolicy } from './file-review.policy.js';

const DOUBT = codeOf(fields.result, 'doubt');
const UNQUALIFIED = codeOf(fields.result, 'unqualified');

const decayAt = onceAMoment(({ policy, decay }: Moment<FilePolicy>) => decay(policy.halfLifeDays));

/** Items of the file that are in doubt and not resolved, or unqualified, fading. */
export function points(
  rows: Rows<FileFields>,
  from: number,
  to: number,
  at: Moment<FilePolicy>,
  lines?: Lines,
): Millipoints {
  const decay = decayAt(at);
  let sum = 0;
  for (let row = from; row < to; row++) {
    const reviewedOn = rows.reviewed_on[row];
    if (reviewedOn > at.day) continue;
    const gives = millipoints(weightOf(rows, row, at) * faded(decay, at.day - reviewedOn));
    sum += gives;
    lines?.add(row, gives, reasonOf(rows, row, at));
  }
  return sum;
}

/** What an item gives before it fades, in points. */
function weightOf(
  rows: Rows<FileFields>,
  row: number,
  { day, policy }: Moment<FilePolicy>,
): number {
  if (rows.result[row] === UNQUALIFIED) return policy.unqualifiedPoints;
  const inDoubt = rows.result[row] === DOUBT && rows.resolved_on[row] > day;
  return inDoubt ? policy.doubtPoints : 0;
}

function reasonOf(rows: Rows<FileFields>, row: number, at: Moment<FilePolicy>): Labels {
  const item = choiceLabel(fields.item, rows.item[row]);
  const result = choiceLabel(fields.result, rows.result[row]);
  const age = at.day - rows.reviewed_on[row];
  const ago = agoInWords(age);
  const what = {
    en: `${item.en}: ${result.en.toLowerCase()}, ${ago.en}`,
    'zh-CN': `${item['zh-CN']}：${result['zh-CN']}，${ago['zh-CN']}`,
  };
  const weight = weightOf(rows, row, at);
  if (weight > 0) {
    const share = `${figure(weight)} × ${figure(faded(decayAt(at), age))}`;
    return { en: `${what.en}, ${share} for its age`, 'zh-CN': `${what['zh-CN']}，${share}` };
  }
  return rows.result[row] === DOUBT
    ? { en: `${what.en}, resolved since`, 'zh-CN': `${what['zh-CN']}，已解决，不计分` }
    : { en: `${what.en}, so it counts 0`, 'zh-CN': `${what['zh-CN']}，不计分` };
}
