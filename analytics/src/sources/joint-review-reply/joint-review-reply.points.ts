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
import { fields, type ReplyFields } from './joint-review-reply.fields.js';
import type { ReplyPolicy } from './joint-review-reply.policy.js';

const OBJECTION = codeOf(fields.opinion, 'objection');

const decayAt = onceAMoment(({ policy, decay }: Moment<ReplyPolicy>) => decay(policy.halfLifeDays));

/** Objections, fading from the day of the reply. An opinion without the day of its reply is none yet. */
export function points(
  rows: Rows<ReplyFields>,
  from: number,
  to: number,
  at: Moment<ReplyPolicy>,
  lines?: Lines,
): Millipoints {
  let sum = 0;
  for (let row = from; row < to; row++) {
    if (rows.requested_on[row] > at.day) continue;
    const age = at.day - rows.replied_on[row];
    const objected = age >= 0 && rows.opinion[row] === OBJECTION;
    const gives = objected ? millipoints(at.policy.objectionPoints * faded(decayAt(at), age)) : 0;
    sum += gives;
    lines?.add(row, gives, reasonOf(rows, row, at, objected));
  }
  return sum;
}

function reasonOf(
  rows: Rows<ReplyFields>,
  row: number,
  at: Moment<ReplyPolicy>,
  objected: boolean,
): Labels {
  const age = at.day - rows.replied_on[row];
  if (age < 0) {
    return { en: 'No reply to the joint review yet', 'zh-CN': '联审尚未答复' };
  }
  const opinion = choiceLabel(fields.opinion, rows.opinion[row]);
  const ago = agoInWords(age);
  const what = {
    en: `${opinion.en} in the joint review, ${ago.en}`,
    'zh-CN': `联审意见：${opinion['zh-CN']}，${ago['zh-CN']}`,
  };
  const share = `${figure(at.policy.objectionPoints)} × ${figure(faded(decayAt(at), age))}`;
  return objected
    ? { en: `${what.en}: ${share} for its age`, 'zh-CN': `${what['zh-CN']}：${share}` }
    : { en: `${what.en}: it counts 0`, 'zh-CN': `${what['zh-CN']}：不计分` };
}
