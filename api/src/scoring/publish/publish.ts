import type { Scores } from '@probity/analytics';
import type { ClientBase } from 'pg';
import { AUTHORITY_LOCK } from '../../platform/access/authority.js';
import { ENGINE_VERSION } from '../engine.js';
import type { Held } from '../load/held-evidence.js';
import type { RunRequest } from '../worker/messages.js';
import type { ChangedPeople } from './changed-people.js';
import {
  followUpColumns,
  followUpRows,
  noOverdue,
  type RunRows,
  scoreColumns,
  scoreRows,
} from './published-rows.js';
import { writeInto } from './write-into.js';
import { writePlaces } from './write-places.js';
import { writeUnitPositions } from './write-unit-positions.js';

/** Any number, the same in every process: runs are published one after another. */
const PUBLISH_LOCK = 7_106_250;

/** Of so large a share of everyone, but no fewer than so many, all rows are written anew. */
const LARGEST_SHARE = 0.2;
const FEW = 2000;

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

/** The run in front for a day, as far as the next one may stand on its rows. */
interface Front {
  readonly baseId: number;
  readonly knownAt: string;
  /** Whether it was made by the same policy and engine over the same tree. */
  readonly alike: boolean;
}

/** A run that is to be published. */
interface Publication {
  readonly client: ClientBase;
  readonly held: Held;
  readonly scores: Scores;
  readonly request: RunRequest;
}

/**
 * Writes a run and publishes it, all in one transaction: readers see the whole of it or nothing. Where
 * the run in front for that day differs from it in some people's evidence only, their rows alone are
 * written; `changed` knows whose.
 */
export async function publish(
  client: ClientBase,
  held: Held,
  scores: Scores,
  request: RunRequest,
  changed: ChangedPeople,
): Promise<void> {
  const run = { client, held, scores, request };
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
    const front = await frontOf(run);
    const people = front?.alike ? fewOf(run, changed.since(front.knownAt)) : undefined;
    if (front?.alike && front.knownAt > held.knownAt) await markOvertaken(run);
    else if (front && people) await publishChanges(run, front.baseId, people);
    else {
      // Writing everyone takes a while, in which others may publish.
      await client.query('ROLLBACK');
      await client.query('BEGIN');
      await publishEveryone(run);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Those who have changed, if they are so few that ending their rows is less work than writing everyone's. */
function fewOf(
  { held }: Publication,
  changed: ReadonlySet<number> | undefined,
): ReadonlySet<number> | undefined {
  const count = held.evidence.cadres.count;
  return changed && changed.size <= Math.max(FEW, count * LARGEST_SHARE) ? changed : undefined;
}

async function frontOf({ client, held, request }: Publication): Promise<Front | undefined> {
  const { rows } = await client.query<Front>(
    `SELECT base_id AS "baseId", known_at::text AS "knownAt",
       policy_version = $2 AND engine_version = $3 AND tree_digest = $4 AND base_id IS NOT NULL AS alike
     FROM scoring_runs
     WHERE as_of = $1 AND status = 'published' AND superseded_at IS NULL
     ORDER BY id DESC LIMIT 1`,
    [request.asOf, request.version, ENGINE_VERSION, held.units.digest],
  );
  return rows[0];
}

async function publishEveryone(run: Publication): Promise<void> {
  const { client, held, scores, request } = run;
  const { runId } = request;
  const rows = { held, scores, baseId: runId, runId };
  await writeRows(run, rows);
  // Who reads them next is planned for by what there is now.
  await client.query('ANALYZE scores, follow_ups');
  await writePlaces(client, runId, held.register, scores);
  await writeUnitPositions(client, runId, held, scores);
  await client.query('SELECT pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
  await bringForward(run, runId);
}

async function publishChanges(
  run: Publication,
  baseId: number,
  changed: ReadonlySet<number>,
): Promise<void> {
  const { client, held, scores, request } = run;
  const { runId } = request;
  // Those who are in the register no more have no further row.
  const people = [...changed].flatMap((id) => held.register.indexOf.get(id) ?? []);
  // Whoever moves rows of a person to another scope, or erases them, waits.
  await client.query('SELECT pg_advisory_xact_lock_shared($1)', [AUTHORITY_LOCK]);
  await writeRows(run, { held, scores, baseId, runId, people }, [...changed]);
  await writePlaces(client, runId, held.register, scores);
  await writeUnitPositions(client, runId, held, scores);
  await bringForward(run, baseId);
}

/** Writes the rows; with `changed` in place of those that these people (internal numbers) had. */
async function writeRows(
  { client, request }: Publication,
  rows: RunRows,
  changed?: readonly number[],
): Promise<void> {
  const overdue = noOverdue(rows);
  const followUps = followUpRows(rows, request.policy, overdue);
  const inPlaceOf = changed && { baseId: rows.baseId, runId: rows.runId, people: changed };
  await writeInto(client, 'follow_ups', followUpColumns, followUps, inPlaceOf);
  await writeInto(client, 'scores', scoreColumns, scoreRows(rows, overdue), inPlaceOf);
}

/** Publishes the run and takes the one before it out of the front. Needs the publishing lock. */
async function bringForward(run: Publication, baseId: number): Promise<void> {
  const { client, held, request } = run;
  await describe(run, baseId);
  await client.query('SELECT pg_advisory_xact_lock_shared($1)', [AUTHORITY_LOCK]);
  await client.query(rescopedSince, [baseId, held.knownAt]);
  await client.query(erasedSince, [baseId, held.knownAt]);
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
async function markOvertaken(run: Publication): Promise<void> {
  await describe(run, null);
  await run.client.query(
    'UPDATE scoring_runs SET superseded_at = published_at, pruned_at = published_at WHERE id = $1',
    [run.request.runId],
  );
}

async function describe(
  { client, held, scores, request }: Publication,
  baseId: number | null,
): Promise<void> {
  await client.query(
    `UPDATE scoring_runs SET status = 'published', published_at = clock_timestamp(), error = NULL,
       policy_version = $2, known_at = $3, engine_version = $4, evidence_digest = $5,
       tree_digest = $6, cadre_count = $7, base_id = $8
     WHERE id = $1`,
    [
      ...[request.runId, request.version, held.knownAt, ENGINE_VERSION, held.digest],
      ...[held.units.digest, scores.rankedCount, baseId],
    ],
  );
}
