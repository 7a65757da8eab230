import {
  type CadreRow,
  type CaseRow,
  cadreColumns,
  casesByCadre,
  contestsByCadre,
  dayOf,
  type Evidence as EvidenceColumns,
  NO_DAY,
  type PostingRow,
  recordRef,
  type SourceRows,
  sources,
  TableBuilder,
} from '@probity/analytics';

/** One line of a file: cells by header, empty cells as empty text; and the system it comes from. */
export interface SystemRow {
  readonly system: string;
  readonly row: Readonly<Record<string, string>>;
}

type Row = SystemRow['row'];

const day = (cell: string | undefined) => (cell ? dayOf(cell) : NO_DAY);
const text = (cell: string | undefined) => cell || null;

function place(row: Row) {
  return {
    unitCode: text(row.unit_code),
    post: text(row.post),
    rank: text(row.rank),
    head: row.head ? row.head === 'true' : null,
  };
}

function cadreRow(row: Row): CadreRow {
  return {
    ...place(row),
    staffNo: row.staff_no ?? '',
    appointedOn: day(row.appointed_on),
    leftOn: day(row.left_on),
  };
}

function caseRow(row: Row, places: ReadonlyMap<string, number>): CaseRow {
  return {
    cadre: places.get(row.staff_no ?? '') ?? -1,
    caseNo: row.case_no ?? '',
    kind: text(row.kind) as CaseRow['kind'],
    openedOn: day(row.opened_on),
    decidedOn: day(row.decided_on),
    decision: text(row.decision) as CaseRow['decision'],
  };
}

/** Records by kind as the columns that the product scores; cadres keep the order they come in. */
export function columnsOf(
  evidence: Readonly<Record<string, readonly SystemRow[]>>,
): EvidenceColumns {
  const cadres = (evidence.cadres ?? []).map(({ row }) => cadreRow(row));
  const places = new Map(cadres.map(({ staffNo }, index) => [staffNo, index]));
  const cases = (evidence['appointment-case'] ?? []).map(({ row }) => caseRow(row, places));
  const holders = new Map(cases.map(({ caseNo, cadre }) => [caseNo, cadre]));
  // A record that names no person is about whoever its case is about.
  const placeOf = ({ staff_no, case_no }: Row) =>
    (staff_no ? places.get(staff_no) : holders.get(case_no ?? '')) ?? -1;
  const postings = (evidence.postings ?? []).map(
    ({ row }): PostingRow => ({
      ...place(row),
      cadre: placeOf(row),
      fromOn: day(row.from_on),
      toOn: day(row.to_on),
    }),
  );
  const tables = sources.map((source): [string, SourceRows] => {
    const builder = new TableBuilder(source);
    for (const { system, row } of evidence[source.key] ?? []) {
      builder.append(placeOf(row), recordRef(source, row), system, row);
    }
    return [source.key, builder.build(cadres.length)];
  });
  return {
    cadres: cadreColumns(cadres, postings),
    sources: Object.fromEntries(tables),
    cases: casesByCadre(cases),
    contests: contestsByCadre(
      (evidence.contests ?? []).map(({ row }) => ({
        cadre: places.get(row.staff_no ?? '') ?? -1,
        ref: row.ref ?? '',
        filedOn: day(row.filed_on),
        answeredOn: day(row.answered_on),
      })),
    ),
  };
}
