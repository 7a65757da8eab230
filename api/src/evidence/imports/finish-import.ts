import type { PoolClient } from 'pg';
import type { Jobs } from '../../platform/jobs/jobs.service.js';
import type { Committed } from '../commit/commit-staged.js';
import { kindNamed } from '../kinds/kind-catalog.js';
import { ownerColumnOf, quoted, tableOf } from '../records/record-table.js';
import { EVIDENCE_COMMITTED, type EvidenceCommitted } from './evidence-committed.js';

/** Of more cadres than this, "all" is shorter. */
const MOST_NAMED_CADRES = 1_000;

/** Writes down what an import came to, and tells those who follow the records; within its transaction. */
export async function finishImport(
  client: PoolClient,
  jobs: Jobs,
  importId: number,
  committed: Committed,
): Promise<void> {
  const { counts, refused, from, to } = committed;
  await client.query(
    `UPDATE imports SET status = $2, rows = $3, accepted = $4, duplicates = $5, quarantined = $6,
       warnings = $7, recorded_at = $8, rows_read = $3, bytes_read = bytes, changed = $9, finished_at = clock_timestamp()
     WHERE id = $1`,
    [
      importId,
      refused ? 'failed' : 'committed',
      counts.rows,
      counts.accepted,
      counts.duplicates,
      counts.quarantined,
      counts.warnings,
      refused ? null : from,
      counts.changed,
    ],
  );
  if (committed.kinds.size === 0) return;
  const event: EvidenceCommitted = {
    at: to,
    importId,
    kinds: [...committed.kinds],
    cadreIds: await cadresTouched(client, committed),
  };
  await jobs.send(EVIDENCE_COMMITTED, event, {}, client);
}

async function cadresTouched(
  client: PoolClient,
  { kinds, from, to }: Committed,
): Promise<number[] | 'all'> {
  const tables = [...kinds].map(kindNamed);
  if (tables.some((kind) => ownerColumnOf(kind) === 'unit_id')) return 'all';
  const parts = tables.flatMap((kind) =>
    ['recorded_at', 'superseded_at'].map(
      (column) => `SELECT cadre_id FROM ${quoted(tableOf(kind))} WHERE ${column} BETWEEN $1 AND $2`,
    ),
  );
  const { rows } = await client.query<{ cadre_id: number }>(
    `SELECT DISTINCT cadre_id FROM (${parts.join(' UNION ALL ')}) touched LIMIT ${MOST_NAMED_CADRES + 1}`,
    [from, to],
  );
  return rows.length > MOST_NAMED_CADRES ? 'all' : rows.map((row) => row.cadre_id);
}
