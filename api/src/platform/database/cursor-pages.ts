import type { QueryResultRow } from 'pg';
import type { Database } from './database.js';

const ROWS_AT_ONCE = 2000;

/**
 * The rows of a query, a page at a time and read only as they are taken, all from one snapshot: for
 * lists too long to hold. Holds a connection until the last page was taken or the loop was left.
 */
export async function* cursorPages<T extends QueryResultRow>(
  database: Database,
  sql: string,
  values: readonly unknown[],
): AsyncGenerator<T[], void, undefined> {
  const { client, rollback } = await database.begin('ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query(`DECLARE pages NO SCROLL CURSOR FOR ${sql}`, [...values]);
    for (;;) {
      const { rows } = await client.query<T>(`FETCH ${ROWS_AT_ONCE} FROM pages`);
      if (rows.length === 0) break;
      yield rows;
    }
  } finally {
    await rollback();
  }
}
