import { type CadreRow, cadreColumns, type PostingRow } from '../src/evidence/cadre-columns.js';
import { type CaseRow, casesByCadre } from '../src/evidence/cases.js';
import type { Evidence, SourceRows } from '../src/evidence/evidence.js';
import { NO_DAY } from '../src/fields/day.js';
import type { Source } from '../src/source.js';
import type { Cells } from '../src/table/cell.js';
import { recordRef, TableBuilder } from '../src/table/table-builder.js';

/** A record of a test: whose it is (a cadre's index), from which system, and its cells. */
export interface TestRecord {
  readonly source: Source;
  readonly cadre: number;
  readonly system?: string;
  readonly cells: Cells;
}

/** A cadre of whom nothing is known but the number. */
export function cadre(staffNo: string, more: Partial<CadreRow> = {}): CadreRow {
  return {
    staffNo,
    unitCode: null,
    post: null,
    rank: null,
    head: null,
    appointedOn: NO_DAY,
    leftOn: NO_DAY,
    ...more,
  };
}

/** A posting in unit U of the cadre with this index, for as long as it lasts. */
export function posting(cadreIndex: number, fromOn: number, more: Partial<PostingRow> = {}) {
  return {
    cadre: cadreIndex,
    unitCode: 'U',
    post: null,
    rank: null,
    head: null,
    fromOn,
    toOn: NO_DAY,
    ...more,
  } satisfies PostingRow;
}

/** A case about the cadre with this index, neither decided nor of a known kind. */
export function appointmentCase(cadreIndex: number, openedOn: number, more: Partial<CaseRow> = {}) {
  return {
    cadre: cadreIndex,
    caseNo: 'C-1',
    kind: null,
    openedOn,
    decidedOn: NO_DAY,
    decision: null,
    ...more,
  } satisfies CaseRow;
}

/** The evidence of these cadres, postings and records, built as the product builds it. */
export function evidenceOf(
  cadres: readonly CadreRow[],
  records: readonly TestRecord[],
  postings: readonly PostingRow[] = [],
  cases: readonly CaseRow[] = [],
): Evidence {
  const builders = new Map<Source, TableBuilder>();
  for (const { source, cadre: owner, system, cells } of records) {
    const builder = builders.get(source) ?? new TableBuilder(source);
    builders.set(source, builder);
    const ref = recordRef(source, { staff_no: cadres[owner]?.staffNo, ...cells });
    builder.append(owner, ref, system ?? 'upload', cells);
  }
  const tables = [...builders].map(([source, builder]): [string, SourceRows] => [
    source.key,
    builder.build(cadres.length),
  ]);
  return {
    cadres: cadreColumns(cadres, postings),
    sources: Object.fromEntries(tables),
    cases: casesByCadre(cases),
  };
}
