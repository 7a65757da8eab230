import type { PoolClient } from 'pg';
import type { Pair, Person } from './pair.js';

/** What a version of a proposed talk says, by its columns. */
const said = `number, rule, source, proposed_kind, met_on, reason_en, reason_zh, policy_version,
  state, kind, planned_on, decided_on, note, recorded_by`;

/** The name of a record without a ref of its own begins with the number of its person. */
const renamed = `CASE WHEN left(f.ref, length($3) + 1) = $3 || '/'
  THEN $4 || substr(f.ref, length($3) + 1) ELSE f.ref END`;

/** Lets the proposed talks that a condition picks be about `to` from the instant `at` on; one that is there already stays. */
async function moveProposedTalks(
  client: PoolClient,
  pick: string,
  { from, to, at }: { from: Person; to: Person; at: string },
  more: readonly unknown[] = [],
): Promise<void> {
  await client.query(
    `WITH f AS (
       UPDATE talk_proposals p SET superseded_at = $5
       WHERE p.cadre_id = $1 AND p.superseded_at IS NULL AND ${pick} RETURNING p.*
     )
     INSERT INTO talk_proposals (cadre_id, version, recorded_at, ref, ${said})
     SELECT $2, version + 1, $5, ${renamed}, ${said} FROM f
     WHERE NOT EXISTS (
       SELECT FROM talk_proposals k WHERE k.cadre_id = $2 AND k.superseded_at IS NULL
         AND k.rule = f.rule AND k.source = f.source AND k.ref = ${renamed})`,
    [from.id, to.id, from.staffNo, to.staffNo, at, ...more],
  );
}

/** Lets what was sealed and proposed about the former number be about the kept one. */
export async function takeFollowing(
  client: PoolClient,
  { kept, former }: Pair,
  at: string,
): Promise<void> {
  await moveProposedTalks(client, 'true', { from: former, to: kept, at });
  await client.query('UPDATE appointment_seals SET cadre_id = $1 WHERE cadre_id = $2', [
    kept.id,
    former.id,
  ]);
}

/** The way back, once the records are back: what `takeFollowing` moved at the instant `mergedAt`. */
export async function giveFollowingBack(
  client: PoolClient,
  { kept, former }: Pair,
  { mergedAt, at }: { mergedAt: string; at: string },
): Promise<void> {
  const went =
    'p.number IN (SELECT w.number FROM talk_proposals w WHERE w.cadre_id = $1 AND w.recorded_at = $6)';
  await moveProposedTalks(client, went, { from: kept, to: former, at }, [mergedAt]);
  // Seals stay with their cases.
  await client.query(
    `UPDATE appointment_seals s SET cadre_id = $2
     WHERE s.cadre_id = $1 AND s.case_no IN (
       SELECT a.case_no FROM appointment_case a WHERE a.cadre_id = $2 AND a.superseded_at IS NULL)`,
    [kept.id, former.id],
  );
}
