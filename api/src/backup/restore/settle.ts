import { basename, dirname } from 'node:path';
import type { ClientBase } from 'pg';
import type { CheckedBackup } from './read-backup.js';

/** What was under way when the snapshot was taken, and can't be gone on with: how many of each. */
export interface Settled {
  readonly importCount: number;
  readonly runCount: number;
}

const FILE_LOST = {
  en: 'The system was restored from a backup that was made before this file was taken in. Nothing of it was imported; send it again.',
  zh: '系统已从备份恢复，该备份在此文件导入完成之前生成。未导入任何内容，请重新上传。',
};

/**
 * Ends what the snapshot shows as under way: imports, whose files no backup carries; scoring runs,
 * which are made anew when asked for; and backups, of which the one that was restored is written.
 */
export async function settle(client: ClientBase, backup: CheckedBackup): Promise<Settled> {
  const imports = await client.query<{ id: number }>(
    `WITH lost AS (
       UPDATE imports SET status = 'failed', finished_at = clock_timestamp()
       WHERE status IN ('queued', 'running') RETURNING id
     )
     INSERT INTO import_problems (import_id, severity, code, message, message_zh)
     SELECT id, 'error', 'file-lost', $1, $2 FROM lost`,
    [FILE_LOST.en, FILE_LOST.zh],
  );
  const runs = await client.query(
    `UPDATE scoring_runs SET status = 'failed', error = 'cut short by the restore of a backup'
     WHERE status IN ('queued', 'running')`,
  );
  const { path, byteCount, sha256, opening, closing } = backup;
  const rowCount = closing.tables.reduce((sum, table) => sum + table.rowCount, 0);
  await client.query(
    `UPDATE backups SET status = 'written', finished_at = $2, row_count = $3, byte_count = $4,
       sha256 = $5, folder = $6, file = $7 WHERE id = $1`,
    [opening.backupId, opening.madeAt, rowCount, byteCount, sha256, dirname(path), basename(path)],
  );
  await client.query(
    `UPDATE backups SET status = 'failed', error = 'cut short by the restore of a backup'
     WHERE status IN ('queued', 'running')`,
  );
  return { importCount: imports.rowCount ?? 0, runCount: runs.rowCount ?? 0 };
}
