import type { PoolClient } from 'pg';
import { conflict } from '../../platform/errors/problem.js';
import { quoted, tableOf } from '../records/record-table.js';
import { carriedColumns, keyAs, movingKinds, type Pair, previewPair } from './pair.js';

/**
 * Lets everything that is recorded under the former number belong to the one that stays, from the
 * instant `at` on: each record gets a new version there, and its own ends. What the kept number says
 * just the same stays single. Returns the kinds with new versions. Throws 409 where two records of
 * one identity say different things.
 */
export async function mergeRecords(client: PoolClient, pair: Pair, at: string): Promise<string[]> {
  const clashing = (await previewPair(client, pair)).filter(({ clashes }) => clashes.length > 0);
  if (clashing.length > 0) throw clash(clashing.map(({ kind }) => kind));
  const { kept, former } = pair;
  const changed = ['cadres'];
  for (const kind of movingKinds) {
    const table = quoted(tableOf(kind));
    const key = keyAs(kind, 'f', '$3');
    // A withdrawn record gives way to one that counts.
    await client.query(
      `UPDATE ${table} k SET superseded_at = $4
       FROM ${table} f
       WHERE k.cadre_id = $1 AND k.superseded_at IS NULL AND k.withdrawn_reason IS NOT NULL
         AND f.cadre_id = $2 AND f.superseded_at IS NULL AND f.withdrawn_reason IS NULL
         AND f.source_system = k.source_system AND k.record_key = ${key}`,
      [kept.id, former.id, kept.staffNo, at],
    );
    const carried = carriedColumns(kind);
    const { rowCount } = await client.query(
      `WITH ended AS (
         UPDATE ${table} SET superseded_at = $4
         WHERE cadre_id = $2 AND superseded_at IS NULL RETURNING *
       )
       INSERT INTO ${table} (cadre_id, record_key, version, recorded_at, ${carried})
       SELECT $1, ${key}, version + 1, $4, ${carried} FROM ended f
       WHERE NOT EXISTS (
         SELECT FROM ${table} k WHERE k.cadre_id = $1 AND k.superseded_at IS NULL
           AND k.source_system = f.source_system AND k.record_key = ${key})`,
      [kept.id, former.id, kept.staffNo, at],
    );
    if (rowCount) changed.push(kind.key);
  }
  await client.query(
    'UPDATE cadres SET superseded_at = $2 WHERE cadre_id = $1 AND superseded_at IS NULL',
    [former.id, at],
  );
  return changed;
}

/** What two numbers of one person say differently must be settled before they become one. */
export const clash = (kinds: readonly string[]) =>
  conflict(
    `Both numbers have records of the same identity that say different things (${kinds.join(', ')}). Withdraw or correct the wrong ones first; the preview names them.`,
    'records-clash',
  );
