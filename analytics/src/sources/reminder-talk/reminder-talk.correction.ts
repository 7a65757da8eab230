import { type Day, NO_DAY } from '../../fields/day.js';
import { codeOf, type Rows } from '../../fields/field.js';
import type { Moment } from '../../source.js';
import { fields, type TalkFields } from './reminder-talk.fields.js';
import type { TalkPolicy } from './reminder-talk.policy.js';

const ADMONITION = codeOf(fields.kind, 'admonition');

/**
 * When the correction that a talk asks for is due: the date given, else, for an admonition, so many
 * days after it. NO_DAY where the talk asks for none.
 */
export function correctionDue(
  rows: Rows<TalkFields>,
  row: number,
  { policy, dueAfter }: Pick<Moment<TalkPolicy>, 'policy' | 'dueAfter'>,
): Day {
  const given = rows.correct_by[row];
  if (given !== NO_DAY) return given;
  if (rows.kind[row] !== ADMONITION) return NO_DAY;
  return dueAfter('correct-after-talk', rows.held_on[row], policy.followUps.correctDays);
}

/** Whether the correction is overdue on the day: due before it, and not made by it. */
export function isOverdue(rows: Rows<TalkFields>, row: number, at: Moment<TalkPolicy>): boolean {
  return correctionDue(rows, row, at) < at.day && rows.corrected_on[row] > at.day;
}
