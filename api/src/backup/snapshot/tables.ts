import type { Queryable } from '../../platform/database/database.js';
import type { SequenceState, TableColumns } from '../archive/contents.js';
import { quoted } from '../archive/contents.js';

/**
 * Tables that no backup carries: the list of migrations (the archive names them itself), and what
 * opens doors for a while, or closes them: after a restore nobody is signed in, no link still works,
 * nobody waits for a former failure, and no former process has a share of the work.
 */
export const leftOut: readonly string[] = [
  'migrations',
  'partition_results',
  'processes',
  'reply_links',
  'restore_underway',
  'scoring_partitions',
  'sessions',
  'sign_in_attempts',
  'sign_in_links',
];

/** The tables of the product, by name, with the columns that are stored (not computed). */
export async function tablesOf(client: Queryable): Promise<TableColumns[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT class.relname::text AS name,
       array_agg(attname::text ORDER BY attnum) AS columns
     FROM pg_class class JOIN pg_attribute ON attrelid = class.oid
     WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
       AND relkind = 'r' AND relpersistence = 'p' AND attnum > 0
       AND NOT attisdropped AND attgenerated = '' AND relname <> ALL ($1)
     GROUP BY class.relname ORDER BY class.relname COLLATE "C"`,
    [leftOut],
  );
  return rows;
}

/** The sequences of the product and where they stand. */
export async function sequencesOf(client: Queryable): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class
     WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
       AND relkind = 'S' AND relpersistence = 'p' ORDER BY relname COLLATE "C"`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ last_value: string; is_called: boolean }>(
      `SELECT last_value::text, is_called FROM ${quoted(name)}`,
    );
    for (const { last_value, is_called } of found) {
      states.push({ name, lastValue: last_value, isCalled: is_called });
    }
  }
  return states;
}
