import type { PoolClient } from 'pg';

/** Why rows go, and by whose word. */
export interface Cause {
  readonly cause: 'retention' | 'erasure';
  readonly at: string;
  readonly by: string;
  readonly policyVersion?: number;
  readonly clause?: string | null;
  readonly proposalId?: number;
}

/**
 * Removes every row of a table whose `identity` is in the temporary table `going` (with `cadre_id`,
 * `from_on`, `to_on`, `recorded_from`), and writes down that it did. Returns how many rows went.
 */
export async function removeGoing(
  client: PoolClient,
  { kind, table, identity }: { kind: string; table: string; identity: readonly string[] },
  { cause, at, by, policyVersion, clause, proposalId }: Cause,
): Promise<number> {
  const same = identity.map((name) => `t.${name} = going.${name}`).join(' AND ');
  const { rows } = await client.query<{ id: number; row_count: number }>(
    `WITH gone AS (
       DELETE FROM ${table} t USING going WHERE ${same} RETURNING t.cadre_id, t.id, t.version
     ), counted AS (
       SELECT count(*) AS row_count, encode(sha256(convert_to(coalesce(
         string_agg(cadre_id || ':' || id || ':' || version, ',' ORDER BY cadre_id, id), ''), 'UTF8')), 'hex') AS digest
       FROM gone
     )
     INSERT INTO removals (cause, kind, record_count, row_count, people_count, from_on, to_on,
       policy_version, clause, proposal_id, removed_at, removed_by, digest)
     SELECT $1, $2, (SELECT count(*) FROM going), counted.row_count,
       (SELECT count(DISTINCT cadre_id) FROM going), (SELECT min(from_on) FROM going),
       (SELECT max(to_on) FROM going), $3, $4, $5, $6, $7, counted.digest
     FROM counted WHERE counted.row_count > 0 RETURNING id, row_count`,
    [cause, kind, policyVersion ?? null, clause ?? null, proposalId ?? null, at, by],
  );
  const [removal] = rows;
  if (!removal) return 0;
  await client.query(
    `INSERT INTO removed_records (cadre_id, removal_id, kind, record_count, from_on, to_on, recorded_from, removed_at)
     SELECT cadre_id, $1, $2, count(*), min(from_on), max(to_on), min(recorded_from), $3
     FROM going GROUP BY cadre_id`,
    [removal.id, kind, at],
  );
  return Number(removal.row_count);
}
