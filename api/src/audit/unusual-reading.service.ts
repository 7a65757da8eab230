import { Inject, Injectable } from '@nestjs/common';
import { AsProduct } from '../platform/access/current-scope.js';
import { CONFIG, type Config, dateIn } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import type { UnusualAnswer, UnusualQuery } from './audit.dto.js';
import { conditionOf } from './log-filter.js';
import { type DayOfReading, unusualDays, unusualReading } from './unusual-reading.js';

const USUAL_DAYS = 30;
const DAY_MS = 86_400_000;

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);

/** Finds the days on which a subject saw more people than it usually does. */
@Injectable()
export class UnusualReadingService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The unusual days of a period (the last 30 days unasked), newest first. */
  @AsProduct()
  async find(asked: UnusualQuery): Promise<UnusualAnswer> {
    const to = asked.to ?? dateIn(this.config.timeZone);
    const from = asked.from ?? daysBefore(to, USUAL_DAYS);
    const seen = conditionOf(
      { from: daysBefore(from, unusualReading.daysBack), to },
      this.config.timeZone,
    );
    const days = await this.database.query<DayOfReading & Record<string, unknown>>(
      `SELECT subject, (at AT TIME ZONE $${seen.values.length + 1})::date AS day,
              count(DISTINCT person) AS "peopleCount"
       FROM audit_log, unnest(people) AS person
       WHERE ${seen.sql} AND status < 400 AND phase IN ('answered', 'opened')
       GROUP BY 1, 2`,
      [...seen.values, this.config.timeZone],
    );
    return { from, to, rows: unusualDays(days, from) };
  }
}
