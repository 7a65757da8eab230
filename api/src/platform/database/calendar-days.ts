import { type CalendarDayKind, plainWeeks, type WorkingCalendar } from '@probity/analytics';

type Cell = string | number | boolean | null | undefined;

/**
 * SQL for the calendar's days as whole days since 1970-01-01, with what they are: of several systems'
 * entries the latest. `where` says which versions.
 */
export const calendarQuery = (where: string): string =>
  `SELECT DISTINCT ON (day) (day - DATE '1970-01-01') AS day, kind
    FROM calendar_days WHERE ${where} ORDER BY day, recorded_at DESC, id DESC`;

/** The calendar of such rows. */
export function calendarOf(rows: Iterable<readonly Cell[]>): WorkingCalendar {
  const days: Record<CalendarDayKind, number[]> = { holiday: [], working: [] };
  for (const [day, kind] of rows) days[kind as CalendarDayKind].push(Number(day));
  if (days.holiday.length + days.working.length === 0) return plainWeeks;
  return { holidays: days.holiday, workingDays: days.working };
}
