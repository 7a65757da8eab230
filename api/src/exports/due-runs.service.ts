import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { AsProduct } from '../platform/access/current-scope.js';
import { CONFIG, type Config, dateIn } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { latestDueTime } from './due-times.js';

/** The queue of files to be written. */
export const EXPORT_WRITE = 'export-write';
/** The queue that hears when a schedule's time has come. */
const EXPORT_DUE = 'export-due';

interface Times {
  readonly cron: string;
  readonly time_zone: string;
  /** The last due time that a run exists for, or the instant after which due times count. */
  readonly since: string;
  readonly now: string;
}

/** Turns due times into runs, each of them once, whoever notices it first. */
@Injectable()
export class DueRunsService implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register<{ scheduleId: number }>({
      queue: EXPORT_DUE,
      handle: ({ scheduleId }) => this.claim(scheduleId),
    });
  }

  /** After a start: tells the job server all schedules, catches up, and takes up what was cut short. */
  async onApplicationBootstrap(): Promise<void> {
    const schedules = await this.database.query<{ id: number; cron: string; time_zone: string }>(
      'SELECT id, cron, time_zone FROM export_schedules WHERE removed_at IS NULL ORDER BY id',
    );
    for (const { id, cron, time_zone } of schedules) {
      await this.announce(id, cron, time_zone);
      await this.claim(id);
    }
    const unfinished = await this.database.query<{ id: number }>(
      `SELECT id FROM export_runs WHERE status IN ('queued', 'running') ORDER BY id`,
    );
    for (const { id } of unfinished) await this.jobs.send(EXPORT_WRITE, { runId: id });
  }

  /** Has the schedule's due times noticed from now on. */
  @AsProduct()
  async announce(scheduleId: number, cron: string, timeZone: string): Promise<void> {
    await this.jobs.schedule(
      EXPORT_DUE,
      cron,
      { scheduleId },
      { tz: timeZone, key: String(scheduleId), missed: 'once' },
    );
  }

  /** Has them noticed no longer. */
  @AsProduct()
  async retract(scheduleId: number): Promise<void> {
    await this.jobs.unschedule(EXPORT_DUE, String(scheduleId));
  }

  /**
   * Makes the run of the schedule's latest due time, if that has come since the last one. Of several
   * that were missed only the latest is made up for. A schedule that was removed is passed over.
   */
  async claim(scheduleId: number): Promise<void> {
    await this.database.transaction(async (client) => {
      const { rows } = await client.query<Times>(
        `SELECT cron, time_zone, clock_timestamp() AS now, greatest(due_from, (
           SELECT max(due_at) FROM export_runs WHERE schedule_id = $1 AND requested_by IS NULL
         )) AS since
         FROM export_schedules WHERE id = $1 AND removed_at IS NULL FOR UPDATE`,
        [scheduleId],
      );
      const [times] = rows;
      if (!times) return;
      const due = latestDueTime(times.cron, times.time_zone, new Date(times.now));
      if (due <= new Date(times.since)) return;
      await this.#insert(client, scheduleId, due, null);
    });
  }

  /** Makes a run out of turn and returns its id. */
  @AsProduct()
  async request(scheduleId: number, subject: string): Promise<number | undefined> {
    return this.database.transaction(async (client) => {
      const { rows } = await client.query<{ now: string }>(
        `SELECT clock_timestamp() AS now FROM export_schedules
         WHERE id = $1 AND removed_at IS NULL FOR UPDATE`,
        [scheduleId],
      );
      const [found] = rows;
      return found && this.#insert(client, scheduleId, new Date(found.now), subject);
    });
  }

  async #insert(
    client: PoolClient,
    scheduleId: number,
    due: Date,
    requestedBy: string | null,
  ): Promise<number | undefined> {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO export_runs (schedule_id, due_at, requested_by, as_of) VALUES ($1, $2, $3, $4)
       ON CONFLICT (schedule_id, due_at) DO NOTHING RETURNING id`,
      [scheduleId, due.toISOString(), requestedBy, dateIn(this.config.timeZone, due)],
    );
    const id = rows[0]?.id;
    if (id !== undefined) await this.jobs.send(EXPORT_WRITE, { runId: id }, {}, client);
    return id;
  }
}
