import { createHash } from 'node:crypto';
import { allocateColumns, sources } from '@probity/analytics';
import type { ClientBase } from 'pg';
import { ENGINE_VERSION } from '../engine.js';
import { neededFields, sourceQuery, tableOf } from '../load/record-query.js';

/** Goes up with every change of how snapshots are laid out. */
const LAYOUT = 1;

/** What a snapshot was made by and of: one of another kind is of no use. */
export interface SnapshotKind {
  /** The engine, and how each kind of record stands in the columns. */
  readonly engine: string;
  /** The very tables that it was read from: another server, or a restored backup, has others. */
  readonly database: string;
}

/** The kind of snapshot that this engine makes of this database; undefined where the server does not say which one it is. */
export async function kindOf(client: ClientBase): Promise<SnapshotKind | undefined> {
  const { rows: known } = await client.query<{ tells: boolean }>(
    `SELECT has_function_privilege('pg_control_system()', 'EXECUTE')
       AND has_function_privilege('pg_control_checkpoint()', 'EXECUTE') AS tells`,
  );
  if (!known[0]?.tells) return undefined;
  const tables = ['cadres', 'postings', 'authority', ...sources.map(({ key }) => tableOf(key))];
  const { rows } = await client.query<{ database: string }>(
    `SELECT json_build_array(
       (SELECT system_identifier::text FROM pg_control_system()),
       (SELECT timeline_id FROM pg_control_checkpoint()),
       (SELECT oid::text FROM pg_database WHERE datname = current_database()),
       (SELECT json_agg(to_regclass(name)::oid::text ORDER BY name) FROM unnest($1::text[]) name)
     )::text AS database`,
    [tables],
  );
  return { engine: engineSignature(), database: digest(rows[0]?.database ?? '') };
}

export const sameKind = (one: SnapshotKind, other: SnapshotKind | undefined): boolean =>
  one.engine === other?.engine && one.database === other.database;

function engineSignature(): string {
  const layout = sources.map((source) => [
    source.key,
    source.identity,
    neededFields(source),
    sourceQuery(source, ''),
    Object.entries(allocateColumns(source.fields, 0)).map(([name, column]) => [
      name,
      column.constructor.name,
      // A choice's code is its place among the values.
      Object.keys(source.fields[name]?.values ?? {}),
    ]),
  ]);
  return digest(JSON.stringify([LAYOUT, ENGINE_VERSION, layout]));
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
