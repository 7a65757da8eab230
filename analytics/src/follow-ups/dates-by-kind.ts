import { type Day, dayOf, NO_DAY } from '../fields/day.js';
import type { DatesByKind } from '../policy/schema.js';
import type { FollowUpKind } from './kinds.js';

/** A policy's dates as days, looked up once: NO_DAY for a kind that has none. */
export function daysByKind(dates: DatesByKind): (kind: FollowUpKind) => Day {
  const days = new Map(
    Object.entries(dates).map(([kind, date]) => [kind, date == null ? NO_DAY : dayOf(date)]),
  );
  return (kind) => days.get(kind) ?? NO_DAY;
}
