import { recordKinds, sources } from '@probity/analytics';
import type { PoolClient } from 'pg';
import { AUTHORITY_LOCK } from '../platform/access/authority.js';
import { eraseRefused } from './erase-refused.js';
import { type Cause, removeGoing } from './remove.js';

/** The tables of records, with SQL for the date of a row and for what tells records apart. */
const recordTables = [
  ...recordKinds
    .filter(({ fields }) => 'staff_no' in fields || 'case_no' in fields)
    .map(({ key }) => {
      const source = sources.find((each) => each.key === key);
      return {
        kind: key,
        table: key.replaceAll('-', '_'),
        date: source ? `"${source.datedBy}"` : 'NULL::date',
        identity: 'source_system, record_key',
      };
    }),
  { kind: 'replies', table: 'replies', date: 'filed_on', identity: 'ref' },
];

/**
 * Removes everything about one person, under all of their numbers (`ids`), and what refused rows say
 * of them; under the commit lock. Returns the kinds of records that went.
 */
export async function erase(
  client: PoolClient,
  ids: readonly number[],
  cause: Cause,
): Promise<string[]> {
  // Whoever publishes a run meanwhile waits, and then finds that this person is gone.
  await client.query('SELECT pg_advisory_xact_lock($1)', [AUTHORITY_LOCK]);
  await eraseRefused(client, ids);
  const kinds: string[] = [];
  for (const { kind, table, date, identity } of recordTables) {
    await client.query('DROP TABLE IF EXISTS going');
    await client.query(
      `CREATE TEMP TABLE going ON COMMIT DROP AS
       SELECT cadre_id, min(${date}) AS from_on, max(${date}) AS to_on, min(recorded_at) AS recorded_from
       FROM ${table} WHERE cadre_id = ANY ($1::bigint[]) GROUP BY cadre_id, ${identity}`,
      [ids],
    );
    const rowCount = await removeGoing(client, { kind, table, identity: ['cadre_id'] }, cause);
    if (rowCount > 0) kinds.push(kind);
  }
  for (const table of await tablesBeside(client)) {
    await client.query(`DELETE FROM ${table} WHERE cadre_id = ANY ($1::bigint[])`, [ids]);
  }
  await client.query(
    'DELETE FROM merges WHERE cadre_id = ANY ($1::bigint[]) OR now_id = ANY ($1::bigint[])',
    [ids],
  );
  return kinds;
}

/** Every other table about people, scores above all: their rows go without a trace of their own. */
async function tablesBeside(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'cadre_id' AND NOT attisdropped
     WHERE relkind = 'r' AND relpersistence = 'p'
       AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
       AND relname <> ALL ($1::text[])`,
    [['removed_records', ...recordTables.map(({ table }) => table)]],
  );
  return rows.map(({ name }) => name);
}
