import type { Scores } from '@probity/analytics';
import type { ClientBase } from 'pg';
import { ENGINE_VERSION } from '../engine.js';
import type { Held } from '../load/held-evidence.js';
import { copyInto } from './copy-text.js';
import type { RunRequest } from './messages.js';
import { followUpColumns, followUpRows, scoreColumns, scoreRows } from './published-rows.js';

/** How long the rows of a superseded run stay for reads that found it just before. */
const GRACE = "interval '1 minute'";

/** Any number, the same in every process: runs are published one after another. */
const PUBLISH_LOCK = 7_106_250;

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
    await copyInto(
      client,
      'follow_ups',
      followUpColumns,
      followUpRows(held, runId, scores.day, policy, overdue),
    );
    await copyInto(client, 'scores', scoreColumns, scoreRows(held, runId, scores, overdue));
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
