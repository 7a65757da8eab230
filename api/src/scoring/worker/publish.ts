import type { Scores } from '@probity/analytics';
import type { ClientBase } from 'pg';
import { AUTHORITY_LOCK } from '../../platform/access/authority.js';
import { ENGINE_VERSION } from '../engine.js';
import type { Held } from '../load/held-evidence.js';
import { type Cell, copyInto } from './copy-text.js';
import type { RunRequest } from './messages.js';
import { followUpColumns, followUpRows, scoreColumns, scoreRows } from './published-rows.js';

/** How long the rows of a superseded run stay for reads that found it just before. */
const GRACE = "interval '1 minute'";

/** Any number, the same in every process: runs are published one after another. */
const PUBLISH_LOCK = 7_106_250;

/** Whoever passed into another unit's scope while the run was made is in that one: nobody reads by old authority. */
const rescopedSince = `
  WITH moved AS (
    SELECT a.cadre_id, a.unit_id, tree.enter FROM authority a LEFT JOIN unit_tree tree USING (unit_id)
    WHERE a.changed_at > $2
  ), scores_moved AS (
    UPDATE scores s SET scope_unit_id = moved.unit_id, scope_enter = moved.enter
    FROM moved WHERE s.run_id = $1 AND s.cadre_id = moved.cadre_id
  )
  UPDATE follow_ups f SET scope_unit_id = moved.unit_id, scope_enter = moved.enter
  FROM moved WHERE f.run_id = $1 AND f.cadre_id = moved.cadre_id`;

/** Whoever was erased while the run was made must not come back with it. */
const erasedSince = `
  WITH erased AS (
    SELECT r.cadre_id FROM removed_records r JOIN removals ON removals.id = r.removal_id
    WHERE removals.cause = 'erasure' AND r.removed_at > $2
  ), scores_gone AS (
    DELETE FROM scores WHERE run_id = $1 AND cadre_id IN (SELECT cadre_id FROM erased)
  )
  DELETE FROM follow_ups WHERE run_id = $1 AND cadre_id IN (SELECT cadre_id FROM erased)`;

/** Writes a run's rows and publishes it, all in one transaction: readers see the whole of it or nothing. */
export async function publish(
  client: ClientBase,
  held: Held,
  scores: Scores,
  request: RunRequest,
): Promise<void> {
  const { runId, policy } = request;
  const { count } = held.evidence.cadres;
  const overdue = { own: new Uint32Array(count), office: new Uint32Array(count) };
  await client.query('BEGIN');
  try {
    await write(
      client,
      'follow_ups',
      followUpColumns,
      followUpRows(held, runId, scores.day, policy, overdue),
    );
    await write(client, 'scores', scoreColumns, scoreRows(held, runId, scores, overdue));
    await client.query('SELECT pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
    await client.query(
      `UPDATE scoring_runs SET status = 'published', published_at = clock_timestamp(), error = NULL,
         policy_version = $2, known_at = $3, engine_version = $4, evidence_digest = $5,
         tree_digest = $6, cadre_count = $7
       WHERE id = $1`,
      [
        runId,
        request.version,
        held.knownAt,
        ENGINE_VERSION,
        held.digest,
        held.units.digest,
        scores.rankedCount,
      ],
    );
    await client.query('SELECT pg_advisory_xact_lock_shared($1)', [AUTHORITY_LOCK]);
    await client.query(rescopedSince, [runId, held.knownAt]);
    await client.query(erasedSince, [runId, held.knownAt]);
    // Another process may have published what was known later: that one stays in front.
    await client.query(
      `UPDATE scoring_runs SET superseded_at = clock_timestamp()
       WHERE as_of = $1 AND status = 'published' AND superseded_at IS NULL AND id <>
         (SELECT id FROM scoring_runs WHERE as_of = $1 AND status = 'published'
          ORDER BY known_at DESC, policy_version DESC, id DESC LIMIT 1)`,
      [request.asOf],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Writes rows into a table under row security, which COPY cannot do itself: by way of a table of this transaction. */
async function write(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE arriving ON COMMIT DROP AS SELECT ${columns.join(', ')} FROM ${table} LIMIT 0`,
  );
  await copyInto(client, 'pg_temp.arriving', columns, rows);
  await client.query(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM pg_temp.arriving`,
  );
  await client.query('DROP TABLE pg_temp.arriving');
}

/** A run that has been under way for so long was cut short with its process. */
const LONGEST_RUN = "interval '1 hour'";

/** Removes the rows of runs that were superseded a while ago (their entries stay), and gives up runs that were cut short. */
export async function prune(client: ClientBase): Promise<void> {
  await client.query(
    `UPDATE scoring_runs SET status = 'failed', error = 'cut short'
     WHERE status = 'running' AND requested_at < clock_timestamp() - ${LONGEST_RUN}`,
  );
  await client.query(
    `WITH gone AS (
       UPDATE scoring_runs SET pruned_at = clock_timestamp()
       WHERE pruned_at IS NULL AND superseded_at < clock_timestamp() - ${GRACE} RETURNING id
     ), scores_gone AS (
       DELETE FROM scores WHERE run_id IN (SELECT id FROM gone)
     )
     DELETE FROM follow_ups WHERE run_id IN (SELECT id FROM gone)`,
  );
}
