import type { PoolClient } from 'pg';
import type { Pair } from './pair.js';

/** What a version of a statement says, by its columns. */
const said = `ref, withdrawn_reason, recorded_by, kind, about_source, about_system, text, filed_on,
  filed_by, filed_through, follows_ref, answered_on, answered_by, outcome, answer, correction`;

/** The name of a record without a ref of its own begins with the number of its person. */
const renamed = `CASE WHEN left(about_ref, length($3) + 1) = $3 || '/'
  THEN $4 || substr(about_ref, length($3) + 1) ELSE about_ref END`;

/** Lets the statements that a condition picks belong to `to` from the instant `at` on. */
async function moveStatements(
  client: PoolClient,
  pick: string,
  { from, to, at }: { from: Pair['kept']; to: Pair['kept']; at: string },
  more: readonly unknown[] = [],
): Promise<boolean> {
  const { rowCount } = await client.query(
    `WITH ended AS (
       UPDATE replies r SET superseded_at = $5
       WHERE r.cadre_id = $1 AND r.superseded_at IS NULL AND ${pick} RETURNING r.*
     )
     INSERT INTO replies (cadre_id, version, recorded_at, about_ref, ${said})
     SELECT $2, version + 1, $5, ${renamed}, ${said} FROM ended`,
    [from.id, to.id, from.staffNo, to.staffNo, at, ...more],
  );
  return (rowCount ?? 0) > 0;
}

/**
 * Lets statements and sign-offs about the former number be about the kept one, and ends its open
 * links: they were sent to a number that is none any more. Returns whether statements changed, and
 * which sign-offs moved.
 */
export async function takeAlong(
  client: PoolClient,
  { kept, former }: Pair,
  at: string,
): Promise<{ statements: boolean; signOffIds: number[] }> {
  const statements = await moveStatements(client, 'true', { from: former, to: kept, at });
  const { rows } = await client.query<{ id: number }>(
    'UPDATE sign_offs SET cadre_id = $1 WHERE cadre_id = $2 RETURNING id',
    [kept.id, former.id],
  );
  await client.query(
    `UPDATE reply_links SET revoked_at = clock_timestamp(), revoked_by = 'merge'
     WHERE cadre_id = $1 AND revoked_at IS NULL`,
    [former.id],
  );
  return { statements, signOffIds: rows.map(({ id }) => id) };
}

/** The way back: what `takeAlong` moved at the instant `mergedAt`. Returns whether statements changed. */
export async function giveBack(
  client: PoolClient,
  { kept, former }: Pair,
  { mergedAt, at, signOffIds }: { mergedAt: string; at: string; signOffIds: readonly number[] },
): Promise<boolean> {
  const went =
    'r.ref IN (SELECT w.ref FROM replies w WHERE w.cadre_id = $1 AND w.recorded_at = $6)';
  const direction = { from: kept, to: former, at };
  const statements = await moveStatements(client, went, direction, [mergedAt]);
  await client.query('UPDATE sign_offs SET cadre_id = $2 WHERE cadre_id = $1 AND id = ANY ($3)', [
    kept.id,
    former.id,
    signOffIds,
  ]);
  return statements;
}
