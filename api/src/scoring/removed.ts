import { sources } from '@probity/analytics';
import type { ClientBase } from 'pg';
import { statementName } from '../platform/database/statement-name.js';
import { rfc3339 } from '../platform/instants.js';

/** Records about somebody that are gone for good. */
export interface Removed {
  readonly kind: string;
  readonly removedAt: string;
  /** How many records. */
  readonly count: number;
}

const removedText = `SELECT cadre_id AS "cadreId", kind, ${rfc3339('removed_at')} AS "removedAt",
    record_count::int AS count
  FROM removed_records
  WHERE cadre_id = ANY ($1::bigint[]) AND kind = ANY ($4::text[]) AND from_on <= $2::date
    AND ($3::timestamptz IS NULL OR recorded_from <= $3)
    AND ($2::date < removed_at::date OR $3 < removed_at)
  ORDER BY removed_at, kind`;
const removedStatement = { name: statementName(removedText), text: removedText };

/**
 * What was removed since the moment that is asked about: a day (`YYYY-MM-DD`) before the removal, or
 * an instant of knowledge before it. By the people's numbers; records that were later than that
 * moment, or not known then, don't count.
 */
export async function removedSince(
  client: Pick<ClientBase, 'query'>,
  cadreIds: readonly number[],
  asOf: string,
  knownAt: string | undefined,
): Promise<ReadonlyMap<number, readonly Removed[]>> {
  const { rows } = await client.query<Removed & { cadreId: number }>({
    ...removedStatement,
    values: [cadreIds, asOf, knownAt ?? null, sources.map(({ key }) => key)],
  });
  const byPerson = new Map<number, Removed[]>();
  for (const { cadreId, ...removed } of rows) {
    byPerson.set(cadreId, [...(byPerson.get(cadreId) ?? []), removed]);
  }
  return byPerson;
}
