import type { PoolClient } from 'pg';
import { kindNamed } from '../kinds/kind-catalog.js';
import { quoted, tableOf } from '../records/record-table.js';
import { carriedColumns, keyAs, movingKinds, type Pair } from './pair.js';

/**
 * Undoes a merge from the instant `at` on: what was moved at `mergedAt` goes back, as it stands by
 * now, and what was dropped for saying the same comes back. What came in since under either number
 * stays with the one that was kept, since nobody can tell any more whom it meant. Returns the kinds
 * with new versions.
 */
export async function splitRecords(
  client: PoolClient,
  pair: Pair,
  { mergedAt, at }: { readonly mergedAt: string; readonly at: string },
): Promise<string[]> {
  const { kept, former } = pair;
  const changed: string[] = [];
  for (const kind of [...movingKinds, kindNamed('cadres')]) {
    const table = quoted(tableOf(kind));
    const carried = carriedColumns(kind);
    const values = [kept.id, former.id, former.staffNo, mergedAt, at];
    const moved = await client.query(
      `WITH went AS (
         SELECT DISTINCT source_system, record_key FROM ${table}
         WHERE cadre_id = $1 AND recorded_at = $4
       ), ended AS (
         UPDATE ${table} r SET superseded_at = $5 FROM went
         WHERE r.cadre_id = $1 AND r.superseded_at IS NULL
           AND r.source_system = went.source_system AND r.record_key = went.record_key
         RETURNING r.*
       )
       INSERT INTO ${table} (cadre_id, record_key, version, recorded_at, ${carried})
       SELECT $2, ${keyAs(kind, 'f', '$3')}, version + 1, $5, ${carried} FROM ended f`,
      values,
    );
    // What had no version of its own under the kept number.
    const back = await client.query(
      `INSERT INTO ${table} (cadre_id, record_key, version, recorded_at, ${carried})
       SELECT $1, record_key, version + 1, $3, ${carried} FROM ${table} f
       WHERE cadre_id = $1 AND superseded_at = $2
         AND NOT EXISTS (
           SELECT FROM ${table} n WHERE n.superseded_at IS NULL
             AND n.source_system = f.source_system AND n.record_key = f.record_key)`,
      [former.id, mergedAt, at],
    );
    if (moved.rowCount || back.rowCount) changed.push(kind.key);
  }
  return changed;
}
