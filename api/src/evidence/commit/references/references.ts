import type { Reference } from '@probity/analytics';
import type { NamedField } from '../../kinds/kind-catalog.js';
import { quoted } from '../../records/record-table.js';
import { finding } from '../../validate/problem.js';
import type { Batch } from '../batch.js';
import { findingSql } from '../finding-sql.js';
import { lookAlikeSql, withoutLoops } from './look-alike.js';
import { refuseUnitsOutOfTree } from './unit-references.js';

/** The register, and the column of it, that each kind of reference is looked for in. */
const registerOf: Readonly<
  Record<Exclude<Reference, 'cadre'>, readonly [table: string, column: string]>
> = {
  unit: ['units', 'unit_code'],
  'appointment-case': ['appointment_case', 'case_no'],
};

const NOT_SETTLED = 'NOT EXISTS (SELECT FROM fate f WHERE f.line = k.line)';

/** Refuses rows that refer to a cadre, unit or case that isn't known; `waits_for` says which. */
export async function refuseUnknownReferences(batch: Batch): Promise<void> {
  const parts: string[] = [];
  for (const field of batch.fields) {
    if (field.references === 'cadre') parts.push(unknownCadres(batch));
    else if (field.references && !(batch.kind.key === 'units' && field.references === 'unit')) {
      parts.push(unknown(batch, field, field.references));
    }
  }
  if (parts.length > 0) {
    await withoutLoops(batch.client, () =>
      batch.client.query(`
      INSERT INTO fate (line, fate, findings, waits_for)
      SELECT u.line, 'refused', jsonb_agg(u.finding -> 0), array_agg(u.waits_for)
      FROM (${parts.join(' UNION ALL ')}) u
      GROUP BY u.line`),
    );
  }
  if (batch.kind.key === 'units') await refuseUnitsOutOfTree(batch);
}

function unknownCadres(batch: Batch): string {
  const message = finding(
    'unknown-reference',
    'No cadre has this number.%s The row waits in quarantine and is released when the cadre arrives.',
    '没有此工号的干部。%s该行暂存待处理区，干部信息导入后自动放行。',
    batch.headerOf('staff_no'),
  );
  return `
    SELECT k.line, ${findingSql(message, 'k.given', 'a.hint')} AS finding, 'cadre:' || k.given AS waits_for
    FROM keyed k LEFT JOIN (${lookAlikeSql}) a ON a.given = k.given
    WHERE NOT k.known AND ${NOT_SETTLED}`;
}

function unknown(batch: Batch, field: NamedField, reference: Exclude<Reference, 'cadre'>): string {
  const [table, column] = registerOf[reference];
  const value = `k.${quoted(field.name)}`;
  const what = reference === 'unit' ? ['unit', '单位'] : ['appointment case', '任用事项'];
  const message = finding(
    'unknown-reference',
    `There is no ${what[0]} of this code. The row waits in quarantine and is released when it arrives.`,
    `没有此编号的${what[1]}。该行暂存待处理区，对应信息导入后自动放行。`,
    batch.headerOf(field.name),
  );
  return `
    SELECT k.line, ${findingSql(message, value)} AS finding, '${reference}:' || ${value} AS waits_for
    FROM keyed k
    WHERE ${value} IS NOT NULL AND ${NOT_SETTLED}
      AND NOT EXISTS (
        SELECT FROM ${table} r
        WHERE r.${column} = ${value} AND r.superseded_at IS NULL AND r.withdrawn_reason IS NULL)`;
}
