import { type Day, yearOf } from './day.js';

/** What a day of a calendar is where it differs from the week: a day off, or a day off that is worked. */
export type CalendarDayKind = 'holiday' | 'working';

/** Days that are not as the week has them. Plain data, so that threads can share it. */
export interface WorkingCalendar {
  readonly holidays: readonly Day[];
  /** Saturdays and Sundays that are worked to make up for holidays. */
  readonly workingDays: readonly Day[];
}

/** A calendar that knows of nothing: Monday to Friday are worked. */
export const plainWeeks: WorkingCalendar = { holidays: [], workingDays: [] };

/** How a span of days is counted. */
export const dayCounts = {
  days: { en: 'calendar days', 'zh-CN': '自然日' },
  workingDays: { en: 'working days', 'zh-CN': '工作日' },
} as const;

export type DayCount = keyof typeof dayCounts;

/** Tells working days by a calendar; a year that the calendar says nothing of has Monday to Friday. */
export class WorkingDays {
  readonly #holidays: ReadonlySet<Day>;
  readonly #workingDays: ReadonlySet<Day>;

  constructor(calendar: WorkingCalendar = plainWeeks) {
    this.#holidays = new Set(calendar.holidays);
    this.#workingDays = new Set(calendar.workingDays);
  }

  /** Whether people work on the day. A day that is said to be both is worked. */
  isWorking(day: Day): boolean {
    if (this.#workingDays.has(day)) return true;
    return isWeekday(day) && !this.#holidays.has(day);
  }

  /** The nth working day after a day, which itself does not count; the day itself for 0. */
  after(day: Day, count: number): Day {
    let found = day;
    for (let left = count; left > 0; ) if (this.isWorking(++found)) left--;
    return found;
  }

  /** How many working days lie after one day, up to and with another; 0 where that is not later. */
  between(from: Day, to: Day): number {
    let count = 0;
    for (let day = from + 1; day <= to; day++) if (this.isWorking(day)) count++;
    return count;
  }
}

/** The years of which the calendar says something, ascending. */
export function yearsOf({ holidays, workingDays }: WorkingCalendar): number[] {
  return [...new Set([...holidays, ...workingDays].map(yearOf))].sort((a, b) => a - b);
}

/** 1970-01-01 was a Thursday. */
function isWeekday(day: Day): boolean {
  const sinceMonday = (((day + 3) % 7) + 7) % 7;
  return sinceMonday < 5;
}
