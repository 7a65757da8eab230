import type { ClientBase } from 'pg';
import { statementName } from '../../platform/database/statement-name.js';
import type { RawRow, ReadRows } from './copy-rows.js';

/**
 * Reads the rows of several queries in one statement, which takes one way to the server and back
 * instead of one each. Their parameters are the same, their columns have names of their own. Answers
 * with what gives each query its rows; throws for one that was not among them.
 */
export async function gatheredRows(
  client: Pick<ClientBase, 'query'>,
  queries: readonly string[],
  values: readonly unknown[],
): Promise<ReadRows> {
  const parts = queries.map((sql) => `(SELECT json_agg(r) FROM (${sql}) r)`);
  const text = `SELECT ${parts.join(', ')}`;
  const { rows } = await client.query<(Record<string, RawRow[number]>[] | null)[]>({
    name: statementName(text),
    text,
    values: [...values],
    rowMode: 'array',
  });
  const found = new Map(queries.map((sql, at) => [sql, rows[0]?.[at] ?? []]));
  return async function* (sql) {
    const known = found.get(sql);
    if (!known) throw new Error(`not gathered: ${sql}`);
    yield known.map((row) => Object.values(row));
  };
}
