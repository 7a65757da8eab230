import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AuditWriter } from '../platform/audit/audit-writer.js';
import { Checkpoints } from '../platform/audit/chain/checkpoints.service.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { type WrittenFile, writeWhole } from '../platform/files/whole-file.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { type BackupLock, encrypt } from './archive/encryption.js';
import { tar } from './archive/tar.js';
import { through } from './archive/through.js';
import { BACKUP_WRITE } from './backups.service.js';
import { lockOf } from './lock.js';
import { archiveEntries } from './snapshot/archive-entries.js';
import { backupWritten, fileNameOf } from './written-backup.js';

/** Only the product's own user may read a backup. */
const FILE_MODE = 0o600;
/** Any number of its own: whoever holds it writes a backup. */
const WRITER_LOCK = 7_106_252;
/** After so long a writer counts as dead even if it says that it lives. */
const LONGEST_SECONDS = 12 * 3600;
/** Fast rather than small: records shrink to about a fifth either way. */
const COMPRESSION = { level: 1 };

interface Pending {
  readonly id: number;
  readonly requested_by: string;
  readonly requested_at: string;
}

/** Writes backups into the backup folder, one at a time. */
@Injectable()
export class BackupWriterService implements OnModuleInit {
  readonly #logger = new Logger('Backups');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly checkpoints: Checkpoints,
    private readonly audit: AuditWriter,
  ) {}

  onModuleInit(): void {
    this.jobs.register<{ backupId: number }>({
      queue: BACKUP_WRITE,
      options: { expireInSeconds: LONGEST_SECONDS },
      // A job that comes while another is done is not told of again.
      work: { notifyPollingIntervalSeconds: 2 },
      handle: ({ backupId }) => this.write(backupId),
    });
  }

  /**
   * Writes a backup that isn't written yet. What goes wrong stands in the list, and is not tried
   * again by itself: a disk that is full stays full, and the next day brings the next backup.
   */
  async write(backupId: number): Promise<void> {
    await this.database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [WRITER_LOCK]);
      const backup = await this.#start(backupId);
      const lock = lockOf(this.config.backup);
      if (!backup) return;
      try {
        if (!lock) throw new Error('no setting says whom to encrypt it for');
        await this.#finish(backup, await this.#file(backup, lock));
      } catch (error) {
        await this.#fail(backupId, error);
        return;
      }
      await this.#removeOld();
    });
  }

  async #start(backupId: number): Promise<Pending | undefined> {
    const [backup] = await this.database.query<Pending>(
      `UPDATE backups SET status = 'running', attempts = attempts + 1,
         started_at = clock_timestamp(), finished_at = NULL, error = NULL, row_count = 0
       WHERE id = $1 AND status IN ('queued', 'running') RETURNING id, requested_by, requested_at`,
      [backupId],
    );
    return backup;
  }

  async #file(backup: Pending, lock: BackupLock): Promise<WrittenFile & { rowCount: number }> {
    await this.checkpoints.take();
    let rowCount = 0;
    const written = await this.database.snapshot(async (client) => {
      const entries = archiveEntries(client, {
        backupId: backup.id,
        dataFolder: this.config.dataFolder,
        checkpoints: this.checkpoints,
        onTable: (table) => {
          rowCount += table.rowCount;
          void this.#progress(backup.id, rowCount);
        },
      });
      const packed = Readable.from(tar(entries), { objectMode: true, highWaterMark: 2 });
      const compressed = through(packed, createGzip(COMPRESSION));
      return writeWhole(
        this.config.backup.folder,
        fileNameOf(backup),
        encrypt(compressed, lock),
        (whole) => this.audit.append(backupWritten(backup, { ...whole, rowCount })),
        FILE_MODE,
      );
    });
    return { ...written, rowCount };
  }

  async #progress(backupId: number, rowCount: number): Promise<void> {
    await this.database
      // Nobody waits for it, so it may come later than the next one, or than the end.
      .query(
        `UPDATE backups SET row_count = $2 WHERE id = $1 AND status = 'running' AND row_count < $2`,
        [backupId, rowCount],
      )
      .catch((error: unknown) => this.#logger.warn(error));
  }

  async #finish(
    backup: Pending,
    { rowCount, byteCount, sha256 }: WrittenFile & { rowCount: number },
  ): Promise<void> {
    await this.database.query(
      `UPDATE backups SET status = 'written', finished_at = clock_timestamp(), row_count = $2,
         byte_count = $3, sha256 = $4, folder = $5, file = $6 WHERE id = $1`,
      [backup.id, rowCount, byteCount, sha256, this.config.backup.folder, fileNameOf(backup)],
    );
  }

  async #fail(backupId: number, error: unknown): Promise<void> {
    this.#logger.error({ err: error, backupId }, 'a backup was not written');
    const why = error instanceof Error ? error.message : String(error);
    await this.database.query(
      `UPDATE backups SET status = 'failed', finished_at = clock_timestamp(), error = $2
       WHERE id = $1`,
      [backupId, why.slice(0, 2000)],
    );
  }

  /** Removes what is older than the newest files that are to stay, in this process's own folder. */
  async #removeOld(): Promise<void> {
    const { folder, keep } = this.config.backup;
    const old = await this.database.query<{ id: number; file: string }>(
      `SELECT id, file FROM backups
       WHERE status = 'written' AND removed_at IS NULL AND folder = $1
       ORDER BY id DESC OFFSET $2`,
      [folder, keep],
    );
    for (const { id, file } of old) {
      await rm(join(folder, file), { force: true });
      await this.database.query('UPDATE backups SET removed_at = clock_timestamp() WHERE id = $1', [
        id,
      ]);
    }
  }
}
