import { type Day, NO_DAY } from '../fields/day.js';
import type { Labels } from '../fields/labels.js';

/** The states of a follow-up, with their names. */
export const followUpStates = {
  overdue: { en: 'Overdue', 'zh-CN': '逾期' },
  'due-soon': { en: 'Due soon', 'zh-CN': '临期' },
  open: { en: 'Open', 'zh-CN': '待办' },
  closed: { en: 'Closed', 'zh-CN': '办结' },
} as const satisfies Record<string, Labels>;

export type FollowUpState = keyof typeof followUpStates;

/** The state as of a day: closed once closed, overdue after the due day, due soon up to so many days before it. */
export function stateAt(day: Day, dueOn: Day, closedOn: Day, dueSoonDays: number): FollowUpState {
  if (closedOn !== NO_DAY && closedOn <= day) return 'closed';
  if (dueOn < day) return 'overdue';
  return dueOn <= day + dueSoonDays ? 'due-soon' : 'open';
}

/** Whether an obligation is older than what is counted of its kind; nothing is where `countFrom` is NO_DAY. */
export function isInherited(dueOn: Day, countFrom: Day): boolean {
  return countFrom !== NO_DAY && dueOn < countFrom;
}
