import {
  type CadreRow,
  cadreColumns,
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

/** Records by kind as the columns that the product scores; cadres keep the order they come in. */
export function columnsOf(
  evidence: Readonly<Record<string, readonly SystemRow[]>>,
): EvidenceColumns {
  const cadres = (evidence.cadres ?? []).map(({ row }) => cadreRow(row));
  const places = new Map(cadres.map(({ staffNo }, index) => [staffNo, index]));
  const placeOf = ({ staff_no }: Row) => places.get(staff_no ?? '') ?? -1;
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
  return { cadres: cadreColumns(cadres, postings), sources: Object.fromEntries(tables) };
}
