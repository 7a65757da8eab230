import type { Rows } from '../../fields/field.js';
import {
  faded,
  type Lines,
  type Millipoints,
  type Moment,
  millipoints,
  onceAMoment,
} from '../../source.js';
import { isOverdue } from './reminder-talk.correction.js';
import { kinds, type TalkFields } from './reminder-talk.fields.js';
import type { TalkPolicy } from './reminder-talk.policy.js';
import { reasonOf } from './reminder-talk.reasons.js';

const KINDS = Object.keys(kinds) as (keyof typeof kinds)[];

const scaleOf = onceAMoment(({ policy, decay }: Moment<TalkPolicy>) => ({
  byKind: Float64Array.from(KINDS, (kind) => policy.kindPoints[kind]),
  decay: decay(policy.halfLifeDays),
}));

/** Talks by kind, fading, and more while the correction they ask for is overdue. */
export function points(
  rows: Rows<TalkFields>,
  from: number,
  to: number,
  at: Moment<TalkPolicy>,
  lines?: Lines,
): Millipoints {
  const { day, policy } = at;
  const { byKind, decay } = scaleOf(at);
  let sum = 0;
  for (let row = from; row < to; row++) {
    const heldOn = rows.held_on[row];
    if (heldOn > day) continue;
    // The record that the talk is about has counted already.
    const kind = rows.because_of[row] === 1 ? 0 : byKind[rows.kind[row]];
    const overdue = isOverdue(rows, row, at) ? policy.overduePoints : 0;
    const gives = millipoints(kind * faded(decay, day - heldOn) + overdue);
    sum += gives;
    lines?.add(row, gives, reasonOf(rows, row, at, kind, overdue));
  }
  return sum;
}
