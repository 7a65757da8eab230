import { Inject, Injectable } from '@nestjs/common';
import { AsProduct } from '../platform/access/current-scope.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { conflict, notFound } from '../platform/errors/problem.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import type { BackupAnswer, BackupList } from './backups.dto.js';
import { lockOf } from './lock.js';

/** The queue of backups to be written. */
export const BACKUP_WRITE = 'backup-write';

interface BackupRow {
  readonly id: number;
  readonly requested_by: string;
  readonly requested_at: string;
  readonly status: 'queued' | 'running' | 'written' | 'failed';
  readonly started_at: string | null;
  readonly finished_at: string | null;
  readonly row_count: number;
  readonly byte_count: number | null;
  readonly sha256: string | null;
  readonly folder: string | null;
  readonly file: string | null;
  readonly removed_at: string | null;
  readonly error: string | null;
}

const columns = `id, requested_by, requested_at, status, started_at, finished_at, row_count,
  byte_count, sha256, folder, file, removed_at, error`;

const instant = (text: string) => new Date(text).toISOString();

const answerOf = (row: BackupRow): BackupAnswer => ({
  id: row.id,
  status: row.removed_at ? 'removed' : row.status,
  requestedBy: row.requested_by,
  requestedAt: instant(row.requested_at),
  startedAt: row.started_at && instant(row.started_at),
  finishedAt: row.finished_at && instant(row.finished_at),
  rowCount: row.row_count,
  byteCount: row.byte_count,
  sha256: row.sha256,
  folder: row.folder,
  file: row.file,
  error: row.error,
});

/** Asks for backups and tells of them. */
@Injectable()
export class BackupsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Has a backup written and returns its id. Throws 409 where nothing says whom to encrypt it for. */
  @AsProduct()
  async request(subject: string): Promise<number> {
    if (!lockOf(this.config.backup)) {
      throw conflict(
        'A backup is never written unencrypted: start the server with PROBITY_BACKUP_PASSPHRASE (12 characters or more) or PROBITY_BACKUP_RECIPIENT (age1...), then ask again.',
        'backup-unset',
      );
    }
    return this.database.transaction(async (client) => {
      const { rows } = await client.query<{ id: number }>(
        'INSERT INTO backups (requested_by) VALUES ($1) RETURNING id',
        [subject],
      );
      const id = Number(rows[0]?.id);
      await this.jobs.send(BACKUP_WRITE, { backupId: id }, {}, client);
      return id;
    });
  }

  /** The latest backups, and how they are made. */
  @AsProduct()
  async list(limit: number): Promise<BackupList> {
    const { backup } = this.config;
    const lock = lockOf(backup);
    const { total } = await this.database.one<{ total: number }>(
      'SELECT count(*) AS total FROM backups',
    );
    const rows = await this.database.query<BackupRow>(
      `SELECT ${columns} FROM backups ORDER BY id DESC LIMIT $1`,
      [limit],
    );
    return {
      total,
      settings: {
        folder: backup.folder,
        lockedFor: lock ? ('recipient' in lock ? 'recipient' : 'passphrase') : null,
        dailyAt: backup.dailyAt ?? null,
        keep: backup.keep,
      },
      rows: rows.map(answerOf),
    };
  }

  /** One backup. Throws 404. */
  @AsProduct()
  async show(id: number): Promise<BackupAnswer> {
    const [row] = await this.database.query<BackupRow>(
      `SELECT ${columns} FROM backups WHERE id = $1`,
      [id],
    );
    if (!row) throw notFound(`backup ${id}`);
    return answerOf(row);
  }
}
