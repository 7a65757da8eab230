import { userInfo } from 'node:os';
import { basename } from 'node:path';
import type pg from 'pg';
import { canonicalBytes } from '../../platform/audit/audit-entry.js';
import { keyIdOf } from '../../platform/audit/chain/checkpoint.js';
import { CheckpointFile } from '../../platform/audit/chain/checkpoint-file.js';
import { checkpointKey } from '../../platform/audit/chain/checkpoint-key.js';
import { type Verification, verifyLog } from '../../platform/audit/chain/verify-log.js';
import type { Config } from '../../platform/config.js';
import type { CheckedBackup } from './read-backup.js';

/** What the restored audit log was found to be. */
export interface LogCheck extends Verification {
  /** The key that the checkpoints are signed with. */
  readonly keyId: string;
}

/** Follows the restored log, and compares it with the restored checkpoints. Throws where anything is wrong. */
export async function checkLog(
  client: pg.Client,
  { dataFolder, checkpointFolder }: Config,
  { closing }: CheckedBackup,
): Promise<LogCheck> {
  const key = checkpointKey(dataFolder);
  const file = new CheckpointFile(checkpointFolder);
  const found = await verifyLog(client, file.lines(await file.size()), key);
  if (!found.ok || found.entries !== closing.auditHead.seq) {
    const { seq, what } = found.firstBad ?? { seq: found.entries + 1, what: 'truncated' };
    throw new Error(`the audit log does not verify: entry ${seq} is ${what}`);
  }
  return { ...found, keyId: keyIdOf(key) };
}

/** Who runs this program, as the operating system knows them. */
function user(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}

/** The first new entry of a restored log says where all before it came from. */
export async function noteRestore(client: pg.Client, backup: CheckedBackup): Promise<void> {
  const { opening, closing, path, byteCount, sha256 } = backup;
  const entry = canonicalBytes({
    at: new Date().toISOString(),
    subject: `local:${user()}`,
    roles: [],
    action: 'Backups_restore',
    phase: 'completed',
    method: 'RESTORE',
    route: '/api/backups/:id',
    parameters: {
      path: { id: String(opening.backupId) },
      query: { file: basename(path), madeAt: opening.madeAt },
    },
    people: [],
    status: 200,
    denied: null,
    address: '',
    requestId: `restore-${sha256.slice(0, 16)}`,
    rowCount: closing.tables.reduce((sum, table) => sum + table.rowCount, 0),
    ...{ byteCount, sha256 },
  });
  await client.query('SELECT audit_append($1)', [[entry]]);
}
