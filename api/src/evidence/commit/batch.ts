import type { RecordKind } from '@probity/analytics';
import type { PoolClient } from 'pg';
import type { NamedField } from '../kinds/kind-catalog.js';
import { ownerColumnOf, quoted, sqlTypeOf, tableOf } from '../records/record-table.js';
import { REASON } from '../validate/columns.js';

/** Rows of one kind and system that stand in the temporary table `stage`, on their way into the table. */
export interface Batch {
  readonly client: PoolClient;
  readonly kind: RecordKind;
  readonly system: string;
  readonly importId: number;
  /** The stage's field columns. */
  readonly fields: readonly NamedField[];
  /** Fields (as bits, in the order of `fields`) that every row, and that any row, says something about. */
  readonly presentInAll: number;
  readonly presentInAny: number;
  /** The rows withdraw records: they have an identity and a reason only. */
  readonly withdraw: boolean;
  /** Content that was replaced or withdrawn may come back. */
  readonly revert: boolean;
  /** The rows come out of quarantine: `origin` names them. */
  readonly releasing: boolean;
  /** The fields of the file's columns in their order; undefined where nobody knows one. Nothing where no row comes from a file. */
  readonly columns: readonly (NamedField | undefined)[];
  /** The header of a field as the file has it. */
  headerOf(field: string): string;
}

/** Separates the parts of a record key; no cell may contain it. */
const SEPARATOR = `E'\\x1f'`;

/** SQL for the identity of a row as one text. `alias.staff_no` is the number to identify by. */
export function keySql(kind: RecordKind, alias: string, staffNo = `${alias}.staff_no`): string {
  const parts = kind.identity.map((name) => {
    const value = name === 'staff_no' ? staffNo : `${alias}.${quoted(name)}`;
    const field = kind.fields[name]!;
    const type = sqlTypeOf(field);
    const text =
      type === 'text'
        ? value
        : type === 'numeric'
          ? `trim_scale(${value})::text`
          : `${value}::text`;
    return `coalesce(${text}, '')`;
  });
  return parts.join(` || ${SEPARATOR} || `);
}

/** SQL for the identity as people read it: `S001/2024`. */
export const shownKeySql = (key: string): string =>
  `left(trim(both '/' from replace(${key}, ${SEPARATOR}, '/')), 200)`;

/** SQL for the typed fields of a row as one JSON object: equal objects are equal content. */
export function contentSql(fields: readonly NamedField[], alias: string, staffNo: string): string {
  const parts = fields.map((field) => {
    const value = field.name === 'staff_no' ? staffNo : `${alias}.${quoted(field.name)}`;
    return `'${field.name}', ${value}`;
  });
  return `jsonb_build_object(${parts.join(', ')})`;
}

/** The bit that stands for a field in `present`. */
const bitOf = (batch: Batch, name: string): number =>
  2 ** batch.fields.findIndex((field) => field.name === name);

const has = (mask: number, bit: number): boolean => (BigInt(mask) & BigInt(bit)) !== 0n;

/** Whether every row says something about a field. */
export const isInEveryRow = (batch: Batch, name: string): boolean =>
  batch.fields.some((field) => field.name === name) && has(batch.presentInAll, bitOf(batch, name));

/**
 * SQL for the value a stored field has once the row counts: what the row says, else (where it says
 * nothing) what the current version says.
 */
export function effectiveSql(batch: Batch, name: string, row: string, current: string): string {
  const bit = bitOf(batch, name);
  const theirs = `${row}.${quoted(name)}`;
  const ours = `${current}.${quoted(name)}`;
  if (has(batch.presentInAll, bit)) return theirs;
  if (!has(batch.presentInAny, bit)) return ours;
  return `CASE WHEN ${row}.present & ${bit} <> 0 THEN ${theirs} ELSE ${ours} END`;
}

/** SQL that is true of the current version of a record. */
export const currentSql = (alias: string): string => `${alias}.superseded_at IS NULL`;

/** The table and owner column of a batch. */
export const placeOf = (batch: Batch) => ({
  table: quoted(tableOf(batch.kind)),
  owner: ownerColumnOf(batch.kind),
});

/** SQL for the number a person has in the file, where the kind has one. */
export const givenOf = (batch: Batch): string =>
  batch.fields.some((field) => field.name === 'staff_no') ? 'k.given' : 'NULL';

/** The columns of `keyed` that come from the stage as they are. */
export const carriedFields = (batch: Batch): readonly NamedField[] =>
  batch.fields.filter((field) => field.name !== 'staff_no' && field.name !== REASON);

/** Removes the temporary tables of a batch, so that the next one finds none. */
export async function dropTemporary(client: PoolClient): Promise<void> {
  await client.query('DROP TABLE IF EXISTS stage, people, keyed, fate, target, arrived_rows');
}
