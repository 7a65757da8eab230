import {
  type Cell,
  joinRows,
  recluster,
  recordRef,
  type Source,
  type SourceRows,
  TableBuilder,
} from '@probity/analytics';
import type { ClientBase } from 'pg';
import type { ReadRows } from '../copy/copy-rows.js';
import { loadSourceBytes } from '../copy/source-bytes.js';
import { KNOWN_NOW, neededFields, sourceQuery, tableOf } from './record-query.js';
import type { RowOwners } from './row-owners.js';

/** Reads a source's rows into columns clustered by cadre. Rows of other people are left out. `shared`: into memory that threads share. */
export async function loadSource(
  read: ReadRows,
  source: Source,
  owners: RowOwners,
  where: string,
  shared = false,
): Promise<SourceRows> {
  if (read.bytes) return loadSourceBytes(read.bytes, source, owners, where, shared);
  const builder = new TableBuilder(source, shared);
  const names = neededFields(source);
  const dates = names.map((name) => source.fields[name]?.type === 'date');
  // One object for all rows: the builder copies what it needs.
  const cells: Record<string, Cell> = {};
  for await (const rows of read(sourceQuery(source, where))) {
    for (const row of rows) {
      const cadre = owners.indexOf.get(Number(row[0]));
      if (cadre === undefined) continue;
      for (let at = 0; at < names.length; at++) {
        const cell = row[at + 2] ?? null;
        cells[names[at] as string] = dates[at] && cell !== null ? Number(cell) : cell;
      }
      cells.staff_no = owners.staffNos[cadre];
      builder.append(cadre, recordRef(source, cells), String(row[1]), cells);
    }
  }
  return builder.build(owners.count);
}

/** Where a source has new rows of more people than that, in number and as a share, they are not read person by person. */
const LARGEST_LIST = 1000;
const LARGEST_SHARE = 0.1;

/** A list of more people than this, of so many, costs more than reading everyone. */
export const largestList = (count: number): number => Math.max(LARGEST_LIST, count * LARGEST_SHARE);

/** SQL for whether any record of a table, of the kind `$2`, ended or was removed since `$1`. */
const endedSince = (table: string): string =>
  `EXISTS (SELECT FROM ${table} WHERE superseded_at > $1)
   OR EXISTS (SELECT FROM removed_records WHERE kind = $2 AND removed_at > $1)`;

/** What a source's rows were, over which people, and since when there may be more; `people` is SQL for who is held. */
export interface Growing {
  readonly older: SourceRows;
  readonly owners: RowOwners;
  readonly since: string;
  readonly people: string;
}

/**
 * A source's rows with those that have come since, where they are very many and nothing else has changed:
 * only these are read. undefined where they are few, where any record ended or was removed, and
 * where the order of old and new ones takes more to know.
 */
export async function grownSource(
  client: ClientBase,
  read: ReadRows,
  source: Source,
  { older, owners, since, people }: Growing,
): Promise<SourceRows | undefined> {
  const table = tableOf(source.key);
  const { rows } = await client.query<{ many: boolean }>(
    `SELECT (SELECT count(*) FROM (
         SELECT FROM ${table} WHERE recorded_at > $1 AND ${people} LIMIT $3::bigint + 1
       ) added) > $3
       AND NOT (${endedSince(table)}) AS many`,
    [since, source.key, Math.floor(largestList(owners.count))],
  );
  if (!rows[0]?.many) return undefined;
  const where = `${KNOWN_NOW} AND recorded_at > '${since}' AND ${people}`;
  const newer = await loadSource(read, source, owners, where, true);
  return joinRows(source.fields, older, newer, true);
}

/** The rows that some people had, and who they are. */
export interface Few {
  /** Everybody's rows. */
  readonly older: SourceRows;
  /** Where these people stand in them. */
  readonly placed: readonly number[];
  readonly owners: RowOwners;
  readonly since: string;
}

/**
 * All rows of a few people, where only others have come since: those that they had are in the columns, so that a
 * page of the table for each need not be fetched. undefined where any record ended or was removed, and where
 * the order of old and new ones takes more to know.
 */
export async function grownOfFew(
  client: ClientBase,
  read: ReadRows,
  source: Source,
  { older, placed, owners, since }: Few,
): Promise<SourceRows | undefined> {
  const { rows } = await client.query<{ ended: boolean }>(
    `SELECT ${endedSince(tableOf(source.key))} AS ended`,
    [since, source.key],
  );
  if (rows[0]?.ended !== false) return undefined;
  const where = `${KNOWN_NOW} AND recorded_at > '${since}'`;
  const newer = await loadSource(read, source, owners, where);
  const was = Int32Array.from(placed);
  const own = recluster(older, older, { count: placed.length, was, placed: [] });
  return joinRows(source.fields, own, newer);
}
