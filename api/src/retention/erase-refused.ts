import type { PoolClient } from 'pg';

/** By what a refused row, or a cause, names one person. */
interface Named {
  readonly numbers: string[];
  readonly names: string[];
  readonly cases: string[];
}

async function namesOf(client: PoolClient, ids: readonly number[]): Promise<Named> {
  const { rows } = await client.query<Named>(
    `SELECT ARRAY(
         SELECT staff_no FROM cadres WHERE cadre_id = ANY ($1::bigint[])
         UNION SELECT identifier FROM cadre_aliases WHERE cadre_id = ANY ($1::bigint[])
         UNION SELECT staff_no FROM merges WHERE now_id = ANY ($1::bigint[])) AS numbers,
       ARRAY(SELECT DISTINCT name FROM cadres WHERE cadre_id = ANY ($1::bigint[])) AS names,
       ARRAY(SELECT DISTINCT case_no FROM appointment_case WHERE cadre_id = ANY ($1::bigint[])) AS cases`,
    [ids],
  );
  return rows[0] ?? { numbers: [], names: [], cases: [] };
}

/** A pattern that finds any of these as a whole word; undefined for none. */
function wordIn(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return `(^|[^[:alnum:]])(${escaped.join('|')})([^[:alnum:]]|$)`;
}

/** Removes what quarantine and the causes of imports say of some people; to be called while their records are there. */
export async function eraseRefused(client: PoolClient, ids: readonly number[]): Promise<void> {
  const { numbers, names, cases } = await namesOf(client, ids);
  const cells = [...numbers, ...names];
  const { rows } = await client.query<{ id: number; import_id: number; line: number }>(
    `DELETE FROM quarantine q
     WHERE q.content ->> 'staff_no' = ANY ($1) OR q.content ->> 'case_no' = ANY ($2)
       OR q.content ->> 'identifier' = ANY ($1)
       OR (q.content IS NULL AND q.raw ~ $3)
     RETURNING q.id, q.import_id, q.line`,
    [numbers, cases, wordIn(cells) ?? '$^'],
  );
  for (const table of ['quarantine_reference', 'quarantine_about']) {
    await client.query(`DELETE FROM ${table} WHERE quarantine_id = ANY ($1::bigint[])`, [
      rows.map(({ id }) => id),
    ]);
  }
  await client.query(
    `DELETE FROM import_problems p
     USING unnest($1::bigint[], $2::bigint[]) AS gone(import_id, line)
     WHERE p.import_id = gone.import_id AND p.line = gone.line`,
    [rows.map(({ import_id }) => import_id), rows.map(({ line }) => line)],
  );
  await client.query(
    `DELETE FROM import_problems
     WHERE value = ANY ($1) OR message ~ $2 OR message_zh ~ $2 OR value ~ $2`,
    [cells, wordIn(cells) ?? '$^'],
  );
}
