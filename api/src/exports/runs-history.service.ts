import type { ReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '../platform/access/scope.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { notFound, Problem } from '../platform/errors/problem.js';
import { openWritten } from '../platform/files/whole-file.js';
import { makerOnly, mayHave } from './export-access.js';
import type { ExportRunAnswer, ExportRunList } from './exports.dto.js';

interface Row {
  readonly id: number;
  readonly schedule_id: number;
  readonly due_at: string;
  readonly requested_by: string | null;
  readonly status: ExportRunAnswer['status'];
  readonly attempts: number;
  readonly as_of: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  readonly row_count: number | null;
  readonly byte_count: number | null;
  readonly sha256: string | null;
  readonly file: string | null;
  readonly error: string | null;
  readonly total: number;
}

/** What was written, and what was not. */
@Injectable()
export class RunsHistoryService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** The latest runs of a schedule, removed ones too, the latest first. 404 for one that never was. */
  async history(scheduleId: number, limit: number, scope: Scope): Promise<ExportRunList> {
    const known = await this.database.query(
      'SELECT 1 FROM export_schedules WHERE id = $1 AND ($2::text IS NULL OR created_by = $2)',
      [scheduleId, makerOnly(scope)],
    );
    if (known.length === 0) throw notFound('such export schedule');
    return this.ofSchedule(scheduleId, limit);
  }

  /** The latest runs of a schedule, the latest first. */
  async ofSchedule(scheduleId: number, limit: number): Promise<ExportRunList> {
    const rows = await this.database.query<Row>(
      `SELECT *, count(*) OVER () AS total FROM export_runs WHERE schedule_id = $1
       ORDER BY due_at DESC, id DESC LIMIT $2`,
      [scheduleId, limit],
    );
    return { total: rows[0]?.total ?? 0, rows: rows.map(answer) };
  }

  /**
   * The file of a run, open for reading. 404 where there is no such run, 409 where it was read in
   * another scope than the caller's is now, 410 where the file has gone.
   */
  async file(runId: number, scope: Scope): Promise<{ name: string; content: ReadStream }> {
    const [run] = await this.database.query<{ file: string; read_in: string | null }>(
      `SELECT run.file, run.read_in FROM export_runs run
       JOIN export_schedules schedule ON schedule.id = run.schedule_id
       WHERE run.id = $1 AND run.status = 'written'
         AND ($2::text IS NULL OR schedule.created_by = $2)`,
      [runId, makerOnly(scope)],
    );
    if (!run) throw notFound('such written export');
    if (!mayHave(scope, run.read_in)) {
      throw new Problem(409, {
        code: 'other-scope',
        detail:
          'This file was written when you saw other people than you do now. Have it written anew.',
      });
    }
    const content = await openWritten(this.config.exportFolder, run.file);
    if (content) return { name: run.file, content };
    throw new Problem(410, {
      code: 'gone',
      detail: `${run.file} was written, but is no longer in the export folder.`,
    });
  }
}

const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString());

function answer(row: Row): ExportRunAnswer {
  return {
    id: row.id,
    scheduleId: row.schedule_id,
    dueAt: new Date(row.due_at).toISOString(),
    requestedBy: row.requested_by,
    status: row.status,
    attempts: row.attempts,
    asOf: row.as_of,
    startedAt: instant(row.started_at),
    finishedAt: instant(row.finished_at),
    rowCount: row.row_count,
    byteCount: row.byte_count,
    sha256: row.sha256,
    file: row.file,
    error: row.error,
  };
}
