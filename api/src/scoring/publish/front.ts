import type { Scores } from '@probity/analytics';
import type { ClientBase } from 'pg';
import { AUTHORITY_LOCK } from '../../platform/access/authority.js';
import { ENGINE_VERSION } from '../engine.js';
import type { Held } from '../load/held-evidence.js';
import type { RunRequest } from '../worker/messages.js';

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
  FROM moved WHERE f.run_id = $3 AND f.cadre_id = moved.cadre_id`;

/** Whoever was erased while the run was made must not come back with it. */
const erasedSince = `
  WITH erased AS (
    SELECT r.cadre_id FROM removed_records r JOIN removals ON removals.id = r.removal_id
    WHERE removals.cause = 'erasure' AND r.removed_at > $2
  ), scores_gone AS (
    DELETE FROM scores WHERE run_id = $1 AND cadre_id IN (SELECT cadre_id FROM erased)
  )
  DELETE FROM follow_ups WHERE run_id = $3 AND cadre_id IN (SELECT cadre_id FROM erased)`;

/** The runs with whose rows another's lie, each the first of its kind. */
export interface Bases {
  readonly baseId: number;
  readonly followUpsBaseId: number;
}

/** The run in front for a day, as far as the next one may stand on its rows. */
export interface Front extends Bases {
  readonly id: number;
  readonly knownAt: string;
  /** Whether it was made by the same policy and engine over the same tree. */
  readonly alike: boolean;
}

/** A run that is to be published. */
export interface Publication {
  readonly client: ClientBase;
  readonly held: Held;
  readonly scores: Scores;
  readonly request: RunRequest;
}

/** The run in front for the day of the one that is to be published; undefined where there is none. */
export async function frontOf({
  client,
  held,
  request,
}: Pick<Publication, 'client' | 'held' | 'request'>): Promise<Front | undefined> {
  const { rows } = await client.query<Front>(
    `SELECT id, base_id AS "baseId", coalesce(follow_ups_base_id, base_id) AS "followUpsBaseId",
       known_at::text AS "knownAt",
       policy_version = $2 AND engine_version = $3 AND tree_digest = $4 AND base_id IS NOT NULL AS alike
     FROM scoring_runs
     WHERE as_of = $1 AND status = 'published' AND superseded_at IS NULL
     ORDER BY id DESC LIMIT 1`,
    [request.asOf, request.version, ENGINE_VERSION, held.units.digest],
  );
  return rows[0];
}

/** Throws where the run is another process's by now, as when this one was silent for too long: nothing of it may be written. */
export async function demandOwnRun(client: ClientBase, request: RunRequest): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM scoring_runs WHERE id = $1 AND status = 'running' AND process_id = $2`,
    [request.runId, request.processId],
  );
  if (rowCount === 0) throw takenOver();
}

const takenOver = () => new Error('another process has taken the run over');

/** Publishes the run and takes the one before it out of the front. Needs the publishing lock. */
export async function bringForward(run: Publication, bases: Bases): Promise<void> {
  const { client, held, request } = run;
  await describe(run, bases);
  await client.query('SELECT pg_advisory_xact_lock_shared($1)', [AUTHORITY_LOCK]);
  const since = [bases.baseId, held.knownAt, bases.followUpsBaseId];
  await client.query(rescopedSince, since);
  await client.query(erasedSince, since);
  // Another process may have published what was known later: that one stays in front.
  await client.query(
    `UPDATE scoring_runs SET superseded_at = clock_timestamp()
     WHERE as_of = $1 AND status = 'published' AND superseded_at IS NULL AND id <>
       (SELECT id FROM scoring_runs WHERE as_of = $1 AND status = 'published'
        ORDER BY known_at DESC, policy_version DESC, id DESC LIMIT 1)`,
    [request.asOf],
  );
}

/** Another process has published what was known later: this run was never in front and has no rows. */
export async function markOvertaken(run: Publication): Promise<void> {
  await describe(run, undefined);
  await run.client.query(
    'UPDATE scoring_runs SET superseded_at = published_at, pruned_at = published_at WHERE id = $1',
    [run.request.runId],
  );
}

async function describe(
  { client, held, scores, request }: Publication,
  bases: Bases | undefined,
): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE scoring_runs SET status = 'published', published_at = clock_timestamp(), error = NULL,
       policy_version = $2, known_at = $3, engine_version = $4, evidence_digest = $5,
       tree_digest = $6, cadre_count = $7, base_id = $8, follow_ups_base_id = $9
     WHERE id = $1 AND status = 'running' AND process_id = $10`,
    [
      ...[request.runId, request.version, held.knownAt, ENGINE_VERSION, held.digest.everything],
      ...[held.units.digest, scores.rankedCount, bases?.baseId, bases?.followUpsBaseId],
      request.processId,
    ],
  );
  if (rowCount === 0) throw takenOver();
}
