import { type Day, dateOf, NO_DAY } from '../../fields/day.js';
import type { Rows } from '../../fields/field.js';
import type { Obligations } from '../../source.js';
import type { HeartToHeartFields } from './heart-to-heart-talk.fields.js';
import type { HeartToHeartPolicy } from './heart-to-heart-talk.policy.js';

/**
 * `heart-to-heart`, of those in service: each talk, and at first the appointment or the day from
 * which talks are asked for, begins the allowed time anew. Its period is the day it is due.
 */
export function followUps(
  rows: Rows<HeartToHeartFields>,
  from: number,
  to: number,
  { day, policy, person, expectedFrom, dueAfter, emit }: Obligations<HeartToHeartPolicy>,
): void {
  const asked = expectedFrom('heart-to-heart');
  if (asked > day || !person.inService) return;
  const { appointedOn } = person;
  let since = appointedOn === NO_DAY ? asked : Math.max(asked, appointedOn);
  const talks = Array.from(rows.held_on.subarray(from, to))
    .filter((heldOn) => heldOn > since && heldOn <= day)
    .sort((a, b) => a - b);
  for (const next of [...new Set<Day>(talks), NO_DAY]) {
    const dueOn = dueAfter('heart-to-heart', since, policy.followUps.everyDays);
    const period = dateOf(dueOn) as string;
    emit({ kind: 'heart-to-heart', owedBy: 'unit', row: -1, period, dueOn, closedOn: next });
    since = next;
  }
}
