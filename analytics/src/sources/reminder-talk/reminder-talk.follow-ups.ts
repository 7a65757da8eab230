import { NO_DAY } from '../../fields/day.js';
import type { Rows } from '../../fields/field.js';
import type { Obligations } from '../../source.js';
import { correctionDue } from './reminder-talk.correction.js';
import type { TalkFields } from './reminder-talk.fields.js';
import type { TalkPolicy } from './reminder-talk.policy.js';

/** A talk that sets a date, and every admonition, obliges to correct what was talked about. */
export function followUps(
  rows: Rows<TalkFields>,
  from: number,
  to: number,
  ask: Obligations<TalkPolicy>,
): void {
  const { day, emit } = ask;
  for (let row = from; row < to; row++) {
    if (rows.held_on[row] > day) continue;
    const dueOn = correctionDue(rows, row, ask);
    if (dueOn === NO_DAY) continue;
    const closedOn = rows.corrected_on[row];
    emit({ kind: 'correct-after-talk', owedBy: 'cadre', row, dueOn, closedOn });
  }
}
