import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { PoolClient } from 'pg';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { kindNamed } from '../kinds/kind-catalog.js';
import { openTable } from '../parse/open-table.js';
import { plausibleSpan } from '../validate/plausibility.js';
import { finding, UnreadableFile } from '../validate/problem.js';
import { EVIDENCE_COMMITTED } from './evidence-committed.js';
import { finishImport } from './finish-import.js';
import { noteFirstImport } from './first-import.js';
import type { ImportRecord } from './import.js';
import { commitFile } from './import-commit.js';
import { Spool } from './spool.service.js';

/** Any number of its own: together with an import's id it says who works on that import. */
const IMPORT_LOCK = 7_106_250;
/** A file that ended the process so often will do so again. */
const MOST_ATTEMPTS = 30;
/** After so many attempts an error is taken for one that stays. */
const MOST_ERRORS = 3;
const BUSY_MS = 300;
const PROGRESS_EVERY_MS = 400;
/** More threads read a file no faster than the database takes it in. */
const MOST_THREADS = 4;

/**
 * A server process that still computes for a client that was killed would hold the commit lock until
 * it has done; with this it looks after the client every second. Where the platform cannot, it waits.
 */
const noticeDeath = `DO $$ BEGIN
  PERFORM set_config('client_connection_check_interval', '1000', true);
EXCEPTION WHEN OTHERS THEN NULL; END $$`;

/** Somebody else is at work on this import. */
class Busy extends Error {}

/** Takes queued imports in: each in one transaction, so that it is wholly there or not at all. */
@Injectable()
export class ImportRunner implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  readonly #stopping = new AbortController();
  readonly #logger = new Logger('Imports');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly spool: Spool,
  ) {}

  onModuleInit(): void {
    this.jobs.declare(EVIDENCE_COMMITTED);
    this.jobs.register<{ importId: number }>({
      queue: this.spool.queue,
      options: { retryDelay: 2, retryBackoff: false, retryLimit: 100 },
      work: { localConcurrency: 2, notifyPollingIntervalSeconds: 2 },
      handle: ({ importId }) => this.run(importId),
    });
  }

  /** Imports that a process left behind when it ended are taken up at once, not when their job expires. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.database.query<{ id: number }>(
      `SELECT id FROM imports WHERE status IN ('queued', 'running') AND spool_folder = $1 ORDER BY id`,
      [this.spool.folderId],
    );
    void this.#takeUp(left.map(({ id }) => id));
  }

  onApplicationShutdown(): void {
    this.#stopping.abort();
  }

  async #takeUp(importIds: readonly number[]): Promise<void> {
    for (const importId of importIds) {
      while (!this.#stopping.signal.aborted) {
        try {
          await this.run(importId);
          break;
        } catch (error) {
          if (!(error instanceof Busy)) {
            this.#logger.error({ err: error, importId }, 'an import could not be taken up');
            break;
          }
          // The database may not have noticed yet that the process before this one is gone.
          await wait(BUSY_MS, undefined, { signal: this.#stopping.signal }).catch(() => {});
        }
      }
    }
  }

  /** Takes one import in, if it isn't yet and nobody else does. Throws what another attempt may mend. */
  async run(importId: number): Promise<void> {
    let attempts = 0;
    const finished = await this.database
      .transaction(async (client) => {
        const record = await this.#claim(client, importId);
        if (!record) return undefined;
        attempts = record.attempts;
        if (attempts > MOST_ATTEMPTS) throw gaveUp();
        await this.#take(client, record);
        return record;
      })
      .catch((error: unknown) => this.#fail(importId, this.#causeOf(error, attempts)));
    if (finished) await rm(this.spool.pathOf(finished.spool_name), { force: true });
  }

  /** What the file's sender is told. Throws the error itself where another attempt may mend it. */
  #causeOf(error: unknown, attempts: number): UnreadableFile {
    if (error instanceof UnreadableFile) return error;
    if (error instanceof Busy || attempts < MOST_ERRORS) throw error;
    const number = randomUUID();
    this.#logger.error({ err: error, number }, 'an import failed');
    return failed(number);
  }

  /** Locks the import for this transaction. undefined: it is finished. Throws Busy. */
  async #claim(client: PoolClient, importId: number): Promise<ImportRecord | undefined> {
    await client.query(noticeDeath);
    const lock = await client.query<{ got: boolean }>(
      'SELECT pg_try_advisory_xact_lock($1, $2) AS got',
      [IMPORT_LOCK, importId],
    );
    if (!lock.rows[0]?.got)
      throw new Busy(`import ${importId} is being taken in by another process`);
    // Beside the transaction: others see that it runs, and attempts count even if this process dies.
    const [record] = await this.database.query<ImportRecord>(
      `UPDATE imports SET status = 'running', attempts = attempts + 1, rows_read = 0, bytes_read = 0
       WHERE id = $1 AND status IN ('queued', 'running') RETURNING *`,
      [importId],
    );
    return record;
  }

  async #take(client: PoolClient, record: ImportRecord): Promise<void> {
    const path = this.spool.pathOf(record.spool_name);
    const table = await openTable(path, record.format).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? lost() : error;
    });
    let next = 0;
    const committed = await commitFile(
      client,
      {
        record,
        kind: kindNamed(record.kind),
        span: plausibleSpan(dateIn(this.config.timeZone)),
        threadCount: Math.min(availableParallelism(), MOST_THREADS),
        progress: (rowCount, bytesRead) => {
          if (Date.now() < next) return;
          next = Date.now() + PROGRESS_EVERY_MS;
          void this.#report(record.id, rowCount, bytesRead);
        },
      },
      table,
    );
    await finishImport(client, this.jobs, record.id, committed);
    if (committed.counts.accepted > 0 && !committed.refused) await noteFirstImport(client, record);
  }

  async #report(importId: number, rowCount: number, bytesRead: number): Promise<void> {
    await this.database
      .query(
        `UPDATE imports SET rows_read = $2, bytes_read = $3 WHERE id = $1 AND status = 'running'`,
        [importId, rowCount, bytesRead],
      )
      .catch(() => {});
  }

  /** Writes down why nothing was imported. Returns the name of the file that is not needed any more. */
  async #fail(
    importId: number,
    { findings, line }: UnreadableFile,
  ): Promise<{ spool_name: string } | undefined> {
    return this.database.transaction(async (client) => {
      const { rows } = await client.query<{ spool_name: string }>(
        `UPDATE imports SET status = 'failed', finished_at = clock_timestamp()
         WHERE id = $1 AND status IN ('queued', 'running') RETURNING spool_name`,
        [importId],
      );
      if (rows.length === 0) return undefined;
      for (const { column, code, message, value } of findings) {
        await client.query(
          `INSERT INTO import_problems (import_id, severity, line, column_name, code, message, message_zh, value)
           VALUES ($1, 'error', $2, $3, $4, $5, $6, $7)`,
          [importId, line, column, code, message.en, message['zh-CN'], value],
        );
      }
      return rows[0];
    });
  }
}

const gaveUp = () =>
  new UnreadableFile(
    finding(
      'gave-up',
      'The server ended again and again while it read this file. Nothing of it was imported.',
      '读取该文件时服务多次中断，未导入任何内容。',
    ),
  );

const failed = (number: string) =>
  new UnreadableFile(
    finding(
      'failed',
      `Something failed here, more than once. Nothing of the file was imported; quote ${number}.`,
      `系统多次处理失败，未导入任何内容。请提供编号 ${number}。`,
    ),
  );

const lost = () =>
  new UnreadableFile(
    finding(
      'file-lost',
      'The uploaded file is not there any more. Nothing of it was imported; send it again.',
      '上传的文件已不存在，未导入任何内容，请重新上传。',
    ),
  );
