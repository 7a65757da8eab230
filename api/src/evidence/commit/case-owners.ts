import { type RecordKind, recordKinds } from '@probity/analytics';
import { storedFieldsOf } from '../kinds/kind-catalog.js';
import { quoted, tableOf } from '../records/record-table.js';
import type { Batch } from './batch.js';

/** Kinds whose records are about whoever their appointment case is about. */
const boundToCases: readonly RecordKind[] = recordKinds.filter(
  (kind) => 'case_no' in kind.fields && !('staff_no' in kind.fields),
);

/** Who each case is about: of several systems' rows the latest that was not withdrawn. */
export const caseOwnersSql = `
  SELECT DISTINCT ON (case_no) case_no, cadre_id AS owner, withdrawn_reason IS NULL AS known
  FROM appointment_case WHERE superseded_at IS NULL
  ORDER BY case_no, withdrawn_reason NULLS FIRST, recorded_at DESC, id DESC`;

/**
 * A case that turns out to be about somebody else takes its records along: each gets a new version,
 * the other person's, at the instant `at` at which this batch was written. Returns the kinds that
 * changed; none unless the batch is of cases.
 */
export async function followCases(batch: Batch, at: string): Promise<string[]> {
  if (batch.kind.key !== 'appointment-case') return [];
  const changed: string[] = [];
  for (const kind of boundToCases) {
    const table = quoted(tableOf(kind));
    const fields = storedFieldsOf(kind).map((field) => quoted(field.name));
    const carried = ['record_key', 'source_system', 'withdrawn_reason', ...fields].join(', ');
    const { rowCount } = await batch.client.query(
      `WITH moved AS (
         UPDATE ${table} r SET superseded_at = $1
         FROM (${caseOwnersSql}) o
         WHERE r.superseded_at IS NULL AND o.case_no = r.case_no AND o.known
           AND o.owner <> r.cadre_id
           AND r.case_no IN (SELECT case_no FROM appointment_case WHERE recorded_at = $1)
         RETURNING r.*, o.owner
       )
       INSERT INTO ${table} (cadre_id, version, import_id, recorded_at, ${carried})
       SELECT owner, version + 1, $2, $1, ${carried} FROM moved`,
      [at, batch.importId],
    );
    if (rowCount) changed.push(kind.key);
  }
  return changed;
}
