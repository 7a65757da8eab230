import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Callers } from '../platform/access/callers.js';
import { currentScope, inCurrentScope, runAs } from '../platform/access/current-scope.js';
import { AuditWriter } from '../platform/audit/audit-writer.js';
import { CONFIG, type Config } from '../platform/config.js';
import { csv } from '../platform/csv/csv.js';
import { Database } from '../platform/database/database.js';
import { writeWhole } from '../platform/files/whole-file.js';
import { csvColumns } from '../platform/http/send-rows.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { ContentsService } from './contents/contents.service.js';
import { EXPORT_WRITE } from './due-runs.service.js';
import { scopeText } from './export-access.js';
import { fileName } from './files/file-name.js';
import { auditEntryOf, type PendingRun, type WrittenRun } from './written-run.js';

/** Writes the files of runs into the export folder. */
@Injectable()
export class RunWriterService implements OnModuleInit {
  readonly #logger = new Logger('Exports');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly contents: ContentsService,
    private readonly audit: AuditWriter,
    private readonly callers: Callers,
  ) {}

  onModuleInit(): void {
    this.jobs.register<{ runId: number }>({
      queue: EXPORT_WRITE,
      // A full disk or a lost connection may pass; the history shows how often it was tried.
      options: { retryLimit: 4, retryDelay: 10, retryBackoff: true },
      handle: ({ runId }) => this.write(runId),
    });
  }

  /**
   * Writes the file of a run that isn't written yet. Only one process does so at a time: its lock
   * ends with its connection, so that a killed one's run is free again at once. Throws, after the
   * cause was put into the history, where the file could not be written.
   */
  async write(runId: number): Promise<void> {
    await this.database.transaction(async (client) => {
      const lock = await client.query<{ mine: boolean }>(
        `SELECT pg_try_advisory_xact_lock(hashtextextended('export-run-' || $1::bigint, 0)) AS mine`,
        [runId],
      );
      if (!lock.rows[0]?.mine) return;
      const run = await this.#start(runId);
      if (!run) return;
      try {
        await this.#finish(runId, await this.#file(run));
      } catch (error) {
        await this.#fail(runId, error);
        throw error;
      }
    });
  }

  /** Marks the run as begun; undefined where it needs no writing. */
  async #start(runId: number): Promise<PendingRun | undefined> {
    const [run] = await this.database.query<PendingRun>(
      `UPDATE export_runs run
       SET status = 'running', attempts = attempts + 1, started_at = clock_timestamp(),
         finished_at = NULL, error = NULL
       FROM export_schedules schedule
       WHERE run.id = $1 AND run.status <> 'written' AND schedule.id = run.schedule_id
       RETURNING run.id, run.schedule_id, run.requested_by, run.due_at, run.as_of, schedule.created_by, schedule.name, schedule.what, schedule.unit_code,
         schedule.filters, schedule.time_zone, schedule.bom`,
      [runId],
    );
    return run;
  }

  /** Reads as whoever made the schedule may read today, by the exporter's role. */
  async #file(run: PendingRun): Promise<WrittenRun> {
    const maker = await this.callers.scopeOfSubject(run.created_by);
    if (!maker?.roles.has('inspector'))
      throw new Error(
        `${run.created_by}, who made this schedule, may not export any more: make it anew under an account that may`,
      );
    return runAs({ ...maker, exports: true }, () => this.#write(run));
  }

  async #write(run: PendingRun): Promise<WrittenRun> {
    const { columns, pages } = await this.contents.open(run.what, {
      scope: currentScope(),
      asOf: run.as_of,
      unit: run.unit_code,
      filters: run.filters,
    });
    let rowCount = 0;
    async function* counted() {
      for await (const page of pages) {
        rowCount += page.length;
        yield page;
      }
    }
    const file = fileName(run.name, new Date(run.due_at), run.time_zone);
    const pieces = csv(csvColumns(columns), inCurrentScope(counted()), { bom: run.bom });
    const written = await writeWhole(this.config.exportFolder, file, pieces, (whole) =>
      this.audit.append(auditEntryOf(run, { ...whole, file, rowCount })),
    );
    return { ...written, file, rowCount, readIn: scopeText(currentScope()) };
  }

  async #finish(
    runId: number,
    { file, rowCount, byteCount, sha256, readIn }: WrittenRun,
  ): Promise<void> {
    await this.database.query(
      `UPDATE export_runs SET status = 'written', finished_at = clock_timestamp(), file = $2,
         row_count = $3, byte_count = $4, sha256 = $5, read_in = $6 WHERE id = $1`,
      [runId, file, rowCount, byteCount, sha256, readIn],
    );
  }

  async #fail(runId: number, error: unknown): Promise<void> {
    this.#logger.error({ err: error, runId }, 'an export was not written');
    const why = error instanceof Error ? error.message : String(error);
    await this.database.query(
      `UPDATE export_runs SET status = 'failed', finished_at = clock_timestamp(), error = $2
       WHERE id = $1`,
      [runId, why.slice(0, 2000)],
    );
  }
}
