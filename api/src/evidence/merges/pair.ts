import { type RecordKind, recordKinds } from '@probity/analytics';
import type { PoolClient } from 'pg';
import { keySql } from '../commit/batch.js';
import { belongsToUnit, storedFieldsOf } from '../kinds/kind-catalog.js';
import { quoted, tableOf } from '../records/record-table.js';

/** Two numbers of one person: `kept` stays, `former` becomes another name for it. */
export interface Pair {
  readonly kept: Person;
  readonly former: Person;
}

/** Somebody in the register. */
export interface Person {
  readonly id: number;
  readonly staffNo: string;
}

/** The kinds whose records move from one person to another; the register itself stays what it was. */
export const movingKinds: readonly RecordKind[] = recordKinds.filter(
  (kind) => !belongsToUnit(kind) && kind.key !== 'cadres',
);

/** The columns of a version that stay as they are when it passes to somebody else. */
export const carriedColumns = (kind: RecordKind): string =>
  ['source_system', 'import_id', 'withdrawn_reason']
    .concat(storedFieldsOf(kind).map((field) => quoted(field.name)))
    .join(', ');

/** SQL for the record key that a row would have as somebody else's; `staffNo` is SQL for that number. */
export const keyAs = (kind: RecordKind, row: string, staffNo: string): string =>
  // Not every identity has the number in it, and PostgreSQL wants each parameter to be used.
  `(${keySql(kind, row, `${staffNo}::text`)} || left(${staffNo}::text, 0))`;

/** SQL that is true of two rows of a kind that say the same. */
export const sameContent = (kind: RecordKind, one: string, other: string): string =>
  storedFieldsOf(kind)
    .map(({ name }) => `${one}.${quoted(name)} IS NOT DISTINCT FROM ${other}.${quoted(name)}`)
    .join(' AND ') || 'true';

/** What a merge would move, of one kind, and what stands in its way. */
export interface KindPreview {
  readonly kind: string;
  readonly count: number;
  readonly clashes: { readonly system: string; readonly ref: string }[];
}

/**
 * Counts, by kind, the records that would pass to the number that stays, and finds those that say
 * something else than its own record of the same identity.
 */
export async function previewPair(
  client: Pick<PoolClient, 'query'>,
  { kept, former }: Pair,
): Promise<KindPreview[]> {
  const found: KindPreview[] = [];
  for (const kind of movingKinds) {
    const table = quoted(tableOf(kind));
    const { rows } = await client.query<KindPreview>(
      `SELECT $4 AS kind, count(*)::int AS count,
         coalesce(jsonb_agg(jsonb_build_object('system', f.source_system,
           'ref', trim(both '/' from replace(k.record_key, E'\\x1f', '/'))) ORDER BY f.id)
           FILTER (WHERE k.id IS NOT NULL), '[]') AS clashes
       FROM ${table} f LEFT JOIN ${table} k
         ON k.cadre_id = $1 AND k.superseded_at IS NULL AND k.withdrawn_reason IS NULL
         AND f.withdrawn_reason IS NULL AND k.source_system = f.source_system
         AND k.record_key = ${keyAs(kind, 'f', '$3')} AND NOT (${sameContent(kind, 'k', 'f')})
       WHERE f.cadre_id = $2 AND f.superseded_at IS NULL HAVING count(*) > 0`,
      [kept.id, former.id, kept.staffNo, kind.key],
    );
    found.push(...rows);
  }
  return found;
}
