import type { QueryResultRow } from 'pg';
import type { Database } from './database.js';

const FETCH = 'FETCH 2000 FROM pages';

/**
 * The rows of a query, a page at a time, all from one snapshot: for lists too long to hold. While a
 * page is worked on the next one is fetched, and no more. Holds a connection until the last page was
 * taken or the loop was left.
 */
export async function* cursorPages<T extends QueryResultRow>(
  database: Database,
  sql: string,
  values: readonly unknown[],
): AsyncGenerator<T[], void, undefined> {
  const { client, rollback } = await database.begin('ISOLATION LEVEL REPEATABLE READ READ ONLY');
  let next: Promise<{ rows: T[] }> | undefined;
  try {
    await client.query(`DECLARE pages NO SCROLL CURSOR FOR ${sql}`, [...values]);
    for (;;) {
      const { rows } = await (next ?? client.query<T>(FETCH));
      if (rows.length === 0) break;
      next = client.query<T>(FETCH);
      // Whoever takes the page hears of a failure; the loop may be left before.
      next.catch(() => undefined);
      yield rows;
    }
  } finally {
    await next?.catch(() => undefined);
    await rollback();
  }
}
