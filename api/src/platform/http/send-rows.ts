import { arrowPieces, dayOf, type StreamColumn } from '@probity/analytics';
import type { Response } from 'express';
import { inCurrentScope } from '../access/current-scope.js';
import { CSV_TYPE, type CsvColumn, csv, fixed } from '../csv/csv.js';
import { type AnswerFormat, ARROW_STREAM } from './answer-format.js';
import type { RunInUse } from './run-in-use.js';
import { sendPieces } from './send-pieces.js';

/** One column of a list as a file: the name is the JSON member's. `points` have three decimals in CSV; dates are `YYYY-MM-DD`. */
export interface RowColumn<R> {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'points' | 'boolean' | 'date';
  value(row: R): string | number | boolean | null;
  /** Whether the value is hidden from this reader: `*` in CSV, null in Arrow. */
  suppressed?(row: R): boolean;
}

/** A list of rows on its way out. */
export interface RowsFile<R> {
  readonly name: string;
  readonly columns: readonly RowColumn<R>[];
  readonly pages: AsyncIterable<readonly R[]>;
  readonly run: RunInUse;
}

/** A file is passed on without the screen that it came from, so it says itself what scores are for. */
const REVIEW_NOTICE = 'a priority for review; not a finding';

/** What stands for a value that is hidden from the reader. */
const SUPPRESSED = '*';

/** The cells of a list's CSV file; a last column is empty under the notice of what scores are for. */
export function csvColumns<R>(columns: readonly RowColumn<R>[]): CsvColumn<R>[] {
  const cells = columns.map(({ name, type, value, suppressed }) => ({
    header: name,
    cell: (row: R) => {
      if (suppressed?.(row)) return SUPPRESSED;
      return type === 'points' ? fixed(value(row) as number | null, 3) : value(row);
    },
  }));
  return [...cells, { header: REVIEW_NOTICE, cell: () => null }];
}

/**
 * Sends a list as a CSV file or an Arrow stream, with what the JSON answer says beside its rows in
 * headers. Pages are read only as fast as the client takes them.
 */
export async function sendRows<R>(
  response: Response,
  format: Exclude<AnswerFormat, 'json'>,
  { name, columns, run, ...file }: RowsFile<R>,
): Promise<void> {
  const pages = inCurrentScope(file.pages);
  response.set({
    Vary: 'Accept',
    'Probity-As-Of': run.asOf,
    'Probity-Policy-Version': String(run.policyVersion),
    'Probity-Run': String(run.runId),
    'Probity-Known-At': run.knownAt,
    'Probity-Stale': String(run.stale),
  });
  const type = format === 'arrow' ? ARROW_STREAM : CSV_TYPE;
  const extension = format === 'arrow' ? 'arrows' : 'csv';
  const pieces = format === 'arrow' ? arrowOf(columns, pages) : csv(csvColumns(columns), pages);
  response.set({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}-${run.asOf}.${extension}"`,
  });
  await sendPieces(response, pieces);
}

const streamType = (type: RowColumn<unknown>['type']): StreamColumn['type'] =>
  type === 'points' ? 'number' : type;

function arrowOf<R>(columns: readonly RowColumn<R>[], pages: AsyncIterable<readonly R[]>) {
  async function* values() {
    for await (const rows of pages) yield columns.map((column) => streamColumn(column, rows));
  }
  const described = columns.map(({ name, type }) => ({ name, type: streamType(type) }));
  return arrowPieces(described, values());
}

function streamColumn<R>({ name, type, value }: RowColumn<R>, rows: readonly R[]): StreamColumn {
  const dayOfRow = (row: R) => {
    const date = value(row);
    return date === null ? null : dayOf(String(date));
  };
  const values = rows.map(type === 'date' ? dayOfRow : value);
  return { name, type: streamType(type), values } as StreamColumn;
}
