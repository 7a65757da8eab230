import { type CsvCell, csvCell } from './csv-cell.js';

/** One column of a CSV file: its header, and where a row's cell comes from. */
export interface CsvColumn<R> {
  readonly header: string;
  cell(row: R): CsvCell;
}

export interface CsvOptions {
  /** Whether the file starts with a byte order mark, by which Excel knows UTF-8; true if not given. */
  readonly bom?: boolean;
}

/** The media type of every CSV answer. */
export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** Larger pieces are cut, so that a page of many rows does not stand in memory twice. */
const PIECE_LENGTH = 65_536;

const line = (cells: readonly CsvCell[]) => `${cells.map(csvCell).join(',')}\r\n`;

/**
 * Writes a CSV file as the product writes all of them: RFC 4180, CRLF, UTF-8 (with a byte order
 * mark unless switched off), a header row, cells as `csvCell` says. `pages` are read one at a time,
 * and only when the previous piece was taken, so memory is bounded by one page:
 * `pipeline(csv(columns, pages), response)`. For a list at hand: `csv(columns, [rows])`.
 */
export async function* csv<R>(
  columns: readonly CsvColumn<R>[],
  pages: AsyncIterable<readonly R[]> | Iterable<readonly R[]>,
  { bom = true }: CsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  let piece = (bom ? '\uFEFF' : '') + line(columns.map((column) => column.header));
  for await (const page of pages) {
    for (const row of page) {
      piece += line(columns.map((column) => column.cell(row)));
      if (piece.length < PIECE_LENGTH) continue;
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

/** A number with exactly `places` decimals, as scores stand in CSV (three); empty stays empty. */
export function fixed(value: number | null | undefined, places: number): string | null {
  if (value === null || value === undefined) return null;
  return (places === 3 ? thousandths(value) : undefined) ?? value.toFixed(places);
}

/** A whole number of thousandths with its three decimals, which is what points are; undefined for any other number. */
function thousandths(value: number): string | undefined {
  if (value === 0) return '0.000';
  const count = Math.round(value * 1000);
  if (count <= 0 || count / 1000 !== value || count > Number.MAX_SAFE_INTEGER) return undefined;
  return `${Math.trunc(count / 1000)}.${String(count % 1000).padStart(3, '0')}`;
}
