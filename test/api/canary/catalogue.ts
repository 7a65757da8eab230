import type pg from 'pg';
import { guardRoles, roleName } from '../../../api/dist/platform/database/guard/roles.js';
import { checks } from './catalogue-checks.sql.js';

/** Tables without people in them, which callers' reads need whole. */
export const OPEN_TABLES = [
  'calendar_days',
  'commit_clock',
  'mappings',
  'policies',
  'random_checks',
  'scoring_runs',
  'unit_enters',
  'unit_quotas',
  'unit_tree',
  'units',
];

/**
 * What a database's own catalogue gives cause to complain of: each a sentence. Reads pg_catalog alone,
 * so that it doesn't matter who set things up and how.
 */
export async function complaintsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ database: string }>(
    'SELECT current_database() AS database',
  );
  const database = rows[0]?.database ?? '';
  const names = guardRoles.map((role) => roleName(database, role));
  const { rows: found } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY($1)',
    [names],
  );
  const separate = found.length > 0;
  const missing = separate && found.length < names.length ? ['a role is missing'] : [];
  const [worker, app, exporter] = names;
  const told: string[] = [];
  for (const { needsRoles, sql } of checks) {
    if (needsRoles && !separate) continue;
    const { rows: complaints } = await client.query<{ complaint: string }>(
      `WITH guard AS (
         SELECT oid, rolname, rolname <> '${worker}' AS reader FROM pg_roles
         WHERE rolname IN ('${worker}', '${app}', '${exporter}')),
       ours AS (
         SELECT c.*, n.nspname, format('%I.%I', n.nspname, c.relname) AS said
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
           AND n.nspname NOT LIKE 'pg\\_temp%' AND n.nspname NOT LIKE 'pg\\_toast\\_temp%'),
       open AS (SELECT unnest('{${OPEN_TABLES.join(',')}}'::text[]) AS relname)
       ${sql}`,
    );
    told.push(...complaints.map(({ complaint }) => complaint));
  }
  return [...missing, ...told];
}
