import type { WorkingCalendar } from '@probity/analytics';
import { calendarOf, calendarQuery } from '../../platform/database/calendar-days.js';
import type { RawRow, ReadRows } from '../copy/copy-rows.js';

/** Reads what working days are counted by; `where` says which versions (SQL over the table's columns). */
export async function loadCalendar(read: ReadRows, where: string): Promise<WorkingCalendar> {
  const days: RawRow[] = [];
  for await (const rows of read(calendarQuery(where))) days.push(...rows);
  return calendarOf(days);
}
