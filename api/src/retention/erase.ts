import { recordKinds, sources } from '@probity/analytics';
import type { PoolClient } from 'pg';
import { AUTHORITY_LOCK } from '../platform/access/authority.js';
import { eraseRefused } from './erase-refused.js';
import { type Cause, removeGoing } from './remove.js';

/** Tables about people besides those of records, whose rows go without a trace of their own. */
const alongside = [
  'scores',
  'follow_ups',
  'sign_offs',
  'reply_links',
  'appointment_seals',
  'authority',
];

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
  for (const table of alongside) {
    await client.query(`DELETE FROM ${table} WHERE cadre_id = ANY ($1::bigint[])`, [ids]);
  }
  await client.query(
    'DELETE FROM merges WHERE cadre_id = ANY ($1::bigint[]) OR now_id = ANY ($1::bigint[])',
    [ids],
  );
  return kinds;
}
