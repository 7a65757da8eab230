import { finding } from '../../validate/problem.js';
import { type Batch, placeOf } from '../batch.js';
import { findingSql } from '../finding-sql.js';
import { careerLooks } from './career.looks.js';
import { caseLooks } from './case.looks.js';
import type { Look } from './look.js';

const looks: Readonly<Record<string, readonly Look[]>> = { ...caseLooks, ...careerLooks };

/** Of whom whoever sends rows may be told: not of these people, and of none outside of this part of the tree (null: everywhere). */
export type Asker = readonly [
  hidden: readonly number[],
  enter: number | null,
  leave: number | null,
];

const anybody: Asker = [[], null, null];

/**
 * Notes rows just written, at the instant `at`, that are possible but likely wrong beside what else is
 * recorded: the order of a case, people who left, postings that overlap. Returns how many notes there are.
 */
export async function noteUnlikelyRows(
  batch: Batch,
  at: string,
  asker: Asker = anybody,
): Promise<number> {
  const ofKind = looks[batch.kind.key] ?? [];
  if (ofKind.length === 0) return 0;
  const parts = ofKind.map(({ code, column, en, zh, value, said, joins = '', where }) => {
    const found = finding(code, en, zh, batch.headerOf(column));
    return `SELECT n.line, ${findingSql(found, value, said)} -> 0 AS f
      FROM written n ${joins} WHERE ${where}`;
  });
  const { rowCount } = await batch.client.query(
    `WITH asker AS (
       SELECT $4::bigint[] AS hidden, $5::int AS enter, $6::int AS leave
     ), written AS MATERIALIZED (
       SELECT k.line, r.* FROM keyed k
       JOIN ${placeOf(batch).table} r
         ON r.source_system = $2 AND r.record_key = k.record_key AND r.recorded_at = $3
       WHERE NOT EXISTS (SELECT FROM fate f WHERE f.line = k.line)
     )
     INSERT INTO import_problems (import_id, severity, line, column_name, code, message, message_zh, value)
     SELECT $1, 'warning', d.line, f ->> 'column', f ->> 'code', f -> 'message' ->> 'en', f -> 'message' ->> 'zh-CN', f ->> 'value'
     FROM (${parts.join(' UNION ALL ')}) d ORDER BY d.line`,
    [batch.importId, batch.system, at, ...asker],
  );
  return rowCount ?? 0;
}
