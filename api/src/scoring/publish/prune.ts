import type { ClientBase } from 'pg';
import { NEVER } from '../runs/rows-of-run.js';

/** How long the rows of a superseded run stay for reads that found it just before. */
const GRACE = "interval '1 minute'";

/** A run that has been under way for so long was cut short with its process. */
const LONGEST_RUN = "interval '1 hour'";

interface Left {
  readonly table: 'scores' | 'follow_ups';
  readonly baseId: number;
  /** The oldest run that still needs rows of this base; null where none does. */
  readonly oldest: number | null;
}

/** SQL for the oldest run that stays and whose rows lie with a base. */
const oldestOn = (column: string, base: string) => `(
  SELECT min(r.id) FROM scoring_runs r
  WHERE r.pruned_at IS NULL AND r.status = 'published' AND r.id NOT IN (SELECT id FROM gone)
    AND ${column} = ${base}
)`;

/** Removes the rows that only runs needed that were superseded a while ago (the runs' entries stay), and gives up runs that were cut short. */
export async function prune(client: ClientBase): Promise<void> {
  await client.query(
    `UPDATE scoring_runs SET status = 'failed', error = 'cut short'
     WHERE status = 'running' AND requested_at < clock_timestamp() - ${LONGEST_RUN}`,
  );
  const { rows } = await client.query<Left>(
    `WITH gone AS (
       UPDATE scoring_runs SET pruned_at = clock_timestamp()
       WHERE pruned_at IS NULL AND superseded_at < clock_timestamp() - ${GRACE}
       RETURNING id, base_id, coalesce(follow_ups_base_id, base_id) AS follow_ups_base_id
     ), places_gone AS (
       DELETE FROM run_places WHERE run_id IN (SELECT id FROM gone)
     ), positions_gone AS (
       DELETE FROM unit_positions WHERE run_id IN (SELECT id FROM gone)
     ), order_gone AS (
       DELETE FROM run_order WHERE run_id IN (SELECT id FROM gone)
     )
     SELECT 'scores' AS table, base_id AS "baseId", ${oldestOn('r.base_id', 'bases.base_id')} AS oldest
     FROM (SELECT DISTINCT base_id FROM gone WHERE base_id IS NOT NULL) bases
     UNION ALL
     SELECT 'follow_ups', base_id, ${oldestOn('coalesce(r.follow_ups_base_id, r.base_id)', 'bases.base_id')}
     FROM (SELECT DISTINCT follow_ups_base_id AS base_id FROM gone WHERE base_id IS NOT NULL) bases`,
  );
  for (const { table, baseId, oldest } of rows) {
    await client.query(`DELETE FROM ${table} WHERE run_id = $1 AND until_run <= $2`, [
      baseId,
      oldest ?? NEVER,
    ]);
  }
}
