import type { PoolClient } from 'pg';
import type { ProductDatabase } from '../../platform/database/product-database.js';
import { Problem } from '../../platform/errors/problem.js';
import { anyoneEnrolled } from '../callers/caller-access.sql.js';

/** Any number, the same in every process: whoever holds it changes accounts. */
const ACCOUNTS_LOCK = 7_106_270;

/**
 * Changes accounts so that an administrator who can sign in remains, once there was one; else what
 * stands in for the first administrator would come back to life. Throws 409 and changes nothing
 * where none would remain, also where two requests at once take one each.
 */
export async function keepingAnAdministrator(
  database: ProductDatabase,
  change: (client: PoolClient) => Promise<void>,
): Promise<void> {
  await database.transaction(async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [ACCOUNTS_LOCK]);
    const before = await anyone(client);
    await change(client);
    if (!before || (await anyone(client))) return;
    throw new Problem(409, {
      code: 'last-administrator',
      detail:
        'This is the last administrator who can sign in. Have another one sign in first, then try again.',
    });
  });
}

async function anyone(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ enrolled: boolean }>(
    `SELECT ${anyoneEnrolled} AS enrolled`,
  );
  return rows[0]?.enrolled ?? false;
}
