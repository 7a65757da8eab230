import { type WorkingCalendar, WorkingDays } from '../fields/working-days.js';
import type { DueAfter } from '../source.js';
import type { Policy } from './schema.js';

/** Due dates as a policy counts them: in calendar days, or, for the kinds that it names, in working days of a calendar. */
export function dueAfter({ followUps }: Policy, calendar?: WorkingCalendar): DueAfter {
  const counted = followUps.countIn;
  if (!Object.values(counted).includes('workingDays')) return (_, from, days) => from + days;
  const working = new WorkingDays(calendar);
  return (kind, from, days) =>
    counted[kind] === 'workingDays' ? working.after(from, days) : from + days;
}
