import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '@probity/analytics';
import { calendarOf, calendarQuery } from '../platform/database/calendar-days.js';
import { Database } from '../platform/database/database.js';
import type { CalendarAnswer } from './calendars.dto.js';

/** Whoever runs queries: the database, or one connection of it. */
interface Queries {
  query(sql: string, values?: unknown[]): Promise<{ rows: Day[] } | Day[]>;
}

interface Day {
  readonly day: number;
  readonly kind: string;
}

const known = (instant?: string) =>
  instant === undefined
    ? 'superseded_at IS NULL AND withdrawn_reason IS NULL'
    : `recorded_at <= ${instant} AND (superseded_at IS NULL OR superseded_at > ${instant}) AND withdrawn_reason IS NULL`;

/** What working days are counted by. */
@Injectable()
export class CalendarsService {
  constructor(private readonly database: Database) {}

  /** The calendar as known now, or at an RFC 3339 instant; by an open connection where one is given. */
  async load(knownAt?: string, queries: Queries = this.database): Promise<WorkingCalendar> {
    const sql = calendarQuery(known(knownAt && '$1::timestamptz'));
    const found = await queries.query(sql, knownAt ? [knownAt] : []);
    const rows = 'rows' in found ? found.rows : found;
    return calendarOf(rows.map(({ day, kind }) => [day, kind]));
  }

  /** The years that the calendar knows, with what it knows of them. */
  async years(): Promise<CalendarAnswer> {
    const rows = await this.database.query<CalendarAnswer['rows'][number]>(
      `SELECT extract(year FROM day)::int AS year,
         count(*) FILTER (WHERE kind = 'holiday')::int AS "holidayCount",
         count(*) FILTER (WHERE kind = 'working')::int AS "workingDayCount",
         coalesce(bool_and(verified), false) AS verified
       FROM (SELECT DISTINCT ON (day) day, kind, verified FROM calendar_days
         WHERE ${known()} ORDER BY day, recorded_at DESC, id DESC) days
       GROUP BY 1 ORDER BY 1`,
    );
    return { rows };
  }
}
