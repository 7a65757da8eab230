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
import { fields, type SessionFields } from './education-session.fields.js';
import type { SessionPolicy } from './education-session.policy.js';

const ABSENT = codeOf(fields.attended, 'false');

const decayAt = onceAMoment(({ policy, decay }: Moment<SessionPolicy>) =>
  decay(policy.halfLifeDays),
);

/** Absences without an excuse, fading. */
export function points(
  rows: Rows<SessionFields>,
  from: number,
  to: number,
  at: Moment<SessionPolicy>,
  lines?: Lines,
): Millipoints {
  const decay = decayAt(at);
  let sum = 0;
  for (let row = from; row < to; row++) {
    const heldOn = rows.held_on[row];
    if (heldOn > at.day) continue;
    const absent = rows.attended[row] === ABSENT;
    const gives = absent ? millipoints(at.policy.absencePoints * faded(decay, at.day - heldOn)) : 0;
    sum += gives;
    lines?.add(row, gives, reasonOf(rows, row, at, absent));
  }
  return sum;
}

function reasonOf(
  rows: Rows<SessionFields>,
  row: number,
  at: Moment<SessionPolicy>,
  absent: boolean,
): Labels {
  const kind = choiceLabel(fields.kind, rows.kind[row]);
  const attended = choiceLabel(fields.attended, rows.attended[row]);
  const age = at.day - rows.held_on[row];
  const ago = agoInWords(age);
  const each = figure(at.policy.absencePoints);
  const decay = figure(faded(decayAt(at), age));
  return absent
    ? {
        en: `${kind.en}, ${ago.en}: absent, ${each} × ${decay} for its age`,
        'zh-CN': `${kind['zh-CN']}，${ago['zh-CN']}：无故缺席，${each}×时间${decay}`,
      }
    : {
        en: `${kind.en}, ${ago.en}: ${attended.en.toLowerCase()}, so it counts 0`,
        'zh-CN': `${kind['zh-CN']}，${ago['zh-CN']}：${attended['zh-CN']}，不计分`,
      };
}
