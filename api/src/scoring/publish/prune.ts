import type { ClientBase } from 'pg';
import { NEVER } from '../runs/rows-of-run.js';

/** How long the rows of a superseded run stay for reads that found it just before. */
const GRACE = "interval '1 minute'";

/** A run that has been under way for so long was cut short with its process. */
const LONGEST_RUN = "interval '1 hour'";

interface Left {
  readonly baseId: number;
  /** The oldest run that still needs rows of this base; null where none does. */
  readonly oldest: number | null;
}

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
       RETURNING id, base_id
     ), places_gone AS (
       DELETE FROM run_places WHERE run_id IN (SELECT id FROM gone)
     ), positions_gone AS (
       DELETE FROM unit_positions WHERE run_id IN (SELECT id FROM gone)
     ), order_gone AS (
       DELETE FROM run_order WHERE run_id IN (SELECT id FROM gone)
     )
     SELECT DISTINCT base_id AS "baseId", (
       SELECT min(r.id) FROM scoring_runs r
       WHERE r.base_id = gone.base_id AND r.pruned_at IS NULL AND r.status = 'published'
         AND r.id NOT IN (SELECT id FROM gone)
     ) AS oldest
     FROM gone WHERE base_id IS NOT NULL`,
  );
  for (const { baseId, oldest } of rows) {
    for (const table of ['scores', 'follow_ups']) {
      await client.query(`DELETE FROM ${table} WHERE run_id = $1 AND until_run <= $2`, [
        baseId,
        oldest ?? NEVER,
      ]);
    }
  }
}
