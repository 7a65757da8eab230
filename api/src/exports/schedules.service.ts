import { Inject, Injectable } from '@nestjs/common';
import { asProduct } from '../platform/access/current-scope.js';
import type { Scope } from '../platform/access/scope.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { badParameter, fieldProblem, notFound, Problem } from '../platform/errors/problem.js';
import { UnitTreeService } from '../scoring/load/unit-tree.service.js';
import { ContentsService } from './contents/contents.service.js';
import type { ExportKind } from './contents/export-kinds.js';
import { DueRunsService } from './due-runs.service.js';
import { dueTimesProblem, nextDueTimes } from './due-times.js';
import { makerOnly } from './export-access.js';
import type { ScheduleAnswer, ScheduleBody } from './exports.dto.js';
import { fileKey } from './files/file-name.js';
import { RunsHistoryService } from './runs-history.service.js';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly what: ExportKind;
  readonly unit_code: string | null;
  readonly filters: Record<string, string>;
  readonly cron: string;
  readonly time_zone: string;
  readonly bom: boolean;
  readonly created_by: string;
  readonly created_at: string;
}

/** How many coming due times are shown. */
const SHOWN_DUE_TIMES = 3;
const UNIQUE_VIOLATION = '23505';

/** The schedules: kept in our table, and told to the job server, which watches the clock. */
@Injectable()
export class SchedulesService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly contents: ContentsService,
    private readonly units: UnitTreeService,
    private readonly dueRuns: DueRunsService,
    private readonly history: RunsHistoryService,
  ) {}

  /** The schedules that the caller may see, by name. */
  async list(scope: Scope): Promise<ScheduleAnswer[]> {
    const rows = await this.database.query<Row>(
      `SELECT * FROM export_schedules
       WHERE removed_at IS NULL AND ($1::text IS NULL OR created_by = $1) ORDER BY name, id`,
      [makerOnly(scope)],
    );
    return Promise.all(rows.map((row) => this.#answer(row)));
  }

  /** One schedule. 404 where there is none that the caller may see. */
  async show(id: number, scope: Scope): Promise<ScheduleAnswer> {
    const [row] = await this.database.query<Row>(
      `SELECT * FROM export_schedules
       WHERE id = $1 AND removed_at IS NULL AND ($2::text IS NULL OR created_by = $2)`,
      [id, makerOnly(scope)],
    );
    if (!row) throw notFound('such export schedule');
    return this.#answer(row);
  }

  /** Adds a schedule. Throws a problem that names the parameter that cannot be used. */
  async create(body: ScheduleBody, scope: Scope): Promise<ScheduleAnswer> {
    const values = await this.#checked(body, scope);
    const { id } = await this.#named(() =>
      asProduct(() =>
        this.database.one<{ id: number }>(
          `INSERT INTO export_schedules
           (name, file_key, what, unit_code, filters, cron, time_zone, bom, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
          [...values, scope.subject],
        ),
      ),
    );
    return this.#announced(id, scope);
  }

  /** Replaces a schedule. Due times count from now where its times changed. */
  async replace(id: number, body: ScheduleBody, scope: Scope): Promise<ScheduleAnswer> {
    await this.show(id, scope);
    const values = await this.#checked(body, scope);
    const found = await this.#named(() =>
      asProduct(() =>
        this.database.query(
          `UPDATE export_schedules SET name = $2, file_key = $3, what = $4, unit_code = $5,
           filters = $6, cron = $7, time_zone = $8, bom = $9,
           due_from = CASE WHEN (cron, time_zone) = ($7, $8) THEN due_from ELSE now() END
         WHERE id = $1 AND removed_at IS NULL RETURNING id`,
          [id, ...values],
        ),
      ),
    );
    if (found.length === 0) throw notFound('such export schedule');
    return this.#announced(id, scope);
  }

  /** Ends a schedule; its history and its files stay. */
  async remove(id: number, scope: Scope): Promise<void> {
    await this.show(id, scope);
    const removed = await asProduct(() =>
      this.database.query(
        `UPDATE export_schedules SET removed_at = now()
       WHERE id = $1 AND removed_at IS NULL RETURNING id`,
        [id],
      ),
    );
    if (removed.length === 0) throw notFound('such export schedule');
    await this.dueRuns.retract(id);
  }

  /** Has a file written now. Returns the run's id. */
  async run(id: number, scope: Scope): Promise<number> {
    await this.show(id, scope);
    const runId = await this.dueRuns.request(id, scope.subject);
    if (runId === undefined) throw notFound('such export schedule');
    return runId;
  }

  async #announced(id: number, scope: Scope): Promise<ScheduleAnswer> {
    const schedule = await this.show(id, scope);
    await this.dueRuns.announce(id, schedule.cron, schedule.timeZone);
    return schedule;
  }

  /** The columns of a body that can be used, `name` to `bom`. */
  async #checked(body: ScheduleBody, scope: Scope): Promise<unknown[]> {
    const timeZone = body.timeZone ?? this.config.timeZone;
    const problem = dueTimesProblem(body.cron, timeZone);
    if (problem) {
      const { parameter, detail } = problem;
      const refusal = parameter === 'cron' ? 'cron' : 'time-zone';
      throw badParameter(parameter, `${parameter}: ${detail}`, refusal);
    }
    this.contents.check(body.what, body.filters);
    await this.#checkUnit(body.unit, scope);
    const { name, what, unit, filters, cron, bom } = body;
    return [name, fileKey(name), what, unit, JSON.stringify(filters), cron, timeZone, bom];
  }

  async #checkUnit(unit: string | null, scope: Scope): Promise<void> {
    // Files are written for the unit, not for whoever is signed in: it must lie within their scope.
    if (unit === null && scope.units) {
      throw badParameter('unit', 'unit: name one of your units', 'own-unit');
    }
    try {
      await this.units.interval(unit ?? undefined, scope);
    } catch (error) {
      if (!(error instanceof Problem && error.getStatus() === 404)) throw error;
      throw badParameter('unit', `unit: ${error.problem.detail}`, 'unknown-unit');
    }
  }

  async #named<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
      throw fieldProblem(409, 'conflict', {
        parameter: 'name',
        detail: 'name: another schedule writes files of that name already',
        code: 'taken',
      });
    }
  }

  async #answer(row: Row): Promise<ScheduleAnswer> {
    const next = nextDueTimes(row.cron, row.time_zone, new Date(), SHOWN_DUE_TIMES);
    const { rows } = await this.history.ofSchedule(row.id, 1);
    return {
      id: row.id,
      name: row.name,
      what: row.what,
      unit: row.unit_code,
      filters: row.filters,
      cron: row.cron,
      timeZone: row.time_zone,
      bom: row.bom,
      createdBy: row.created_by,
      createdAt: new Date(row.created_at).toISOString(),
      nextDueAt: next.map((due) => due.toISOString()),
      lastRun: rows[0] ?? null,
    };
  }
}
