import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Checkpoints } from '../../platform/audit/chain/checkpoints.service.js';
import {
  CLOSING,
  type Closing,
  copySettings,
  FILES,
  FORMAT,
  OPENING,
  type Opening,
  TABLES,
  type TableColumns,
  type TableDigest,
} from '../archive/contents.js';
import type { ArchiveEntry } from '../archive/tar.js';
import { checkpointFile, keyFiles } from './key-files.js';
import { readTable } from './read-table.js';
import { leftOut, sequencesOf, tablesOf } from './tables.js';

/** About how much of a table goes into one entry. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** What is backed up, besides the database. */
export interface Installation {
  readonly backupId: number;
  readonly dataFolder: string;
  readonly checkpoints: Checkpoints;
  /** Told of each table when it has been read. */
  readonly onTable: (digest: TableDigest) => void;
}

const json = (name: string, value: unknown): ArchiveEntry => ({
  name,
  content: Buffer.from(`${JSON.stringify(value, null, 1)}\n`),
});

/** A table in pieces of a few megabytes: `tables/<name>/000001.copy`, ... */
async function* tableEntries(
  client: PoolClient,
  table: TableColumns,
): AsyncGenerator<ArchiveEntry, TableDigest, undefined> {
  const rows = readTable(client, table);
  let held: Buffer[] = [];
  let heldBytes = 0;
  let pieces = 0;
  const piece = () => {
    const number = String(++pieces).padStart(6, '0');
    const entry = { name: `${TABLES}${table.name}/${number}.copy`, content: Buffer.concat(held) };
    held = [];
    heldBytes = 0;
    return entry;
  };
  try {
    for (;;) {
      const { value, done } = await rows.next();
      if (done) {
        if (heldBytes > 0) yield piece();
        return value;
      }
      held.push(value);
      heldBytes += value.length;
      if (heldBytes >= PIECE_BYTES) yield piece();
    }
  } finally {
    await rows.return(undefined as never);
  }
}

async function openingOf(client: PoolClient, backupId: number): Promise<Opening> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  return {
    format: FORMAT,
    backupId,
    madeAt: new Date().toISOString(),
    migrations: rows.map(({ name }) => name),
    tables: await tablesOf(client),
    leftOut: [...leftOut],
  };
}

/**
 * Everything an installation is, as the entries of an archive. `client` must be in a transaction that
 * sees one unchanging state and every row of every table.
 */
export async function* archiveEntries(
  client: PoolClient,
  { backupId, dataFolder, checkpoints, onTable }: Installation,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  for (const setting of copySettings) await client.query(setting);
  const opening = await openingOf(client, backupId);
  yield json(OPENING, opening);
  const sequences = await sequencesOf(client);
  const tables: TableDigest[] = [];
  for (const table of opening.tables) {
    const digest = yield* tableEntries(client, table);
    tables.push(digest);
    onTable(digest);
  }
  const { rows } = await client.query<Closing['auditHead']>(
    `SELECT seq, encode(hash, 'hex') AS hash FROM audit_head`,
  );
  const auditHead = { seq: Number(rows[0]?.seq), hash: String(rows[0]?.hash) };
  const files: Closing['files'] = [];
  for (const { name, content } of [
    ...(await keyFiles(dataFolder)),
    await checkpointFile(checkpoints, auditHead),
  ]) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    files.push({ name, byteCount: content.length, sha256 });
    yield { name: `${FILES}${name}`, content };
  }
  yield json(CLOSING, { tables, sequences, files, auditHead } satisfies Closing);
}
