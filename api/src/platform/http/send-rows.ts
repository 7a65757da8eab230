import { pipeline } from 'node:stream/promises';
import { arrowStream, dayOf, type StreamColumn } from '@probity/analytics';
import type { Response } from 'express';
import { CSV_TYPE, csv, fixed } from '../csv/csv.js';
import { type AnswerFormat, ARROW_STREAM } from './answer-format.js';
import type { RunInUse } from './run-in-use.js';

/** One column of a list as a file: the name is the JSON member's. `points` have three decimals in CSV; dates are `YYYY-MM-DD`. */
export interface RowColumn<R> {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'points' | 'boolean' | 'date';
  value(row: R): string | number | boolean | null;
}

/** A list of rows on its way out. */
export interface RowsFile<R> {
  readonly name: string;
  readonly columns: readonly RowColumn<R>[];
  readonly pages: AsyncIterable<readonly R[]>;
  readonly run: RunInUse;
}

/** The cells of a list's CSV file. */
export function csvColumns<R>(columns: readonly RowColumn<R>[]) {
  return columns.map(({ name, type, value }) => ({
    header: name,
    cell: (row: R) => (type === 'points' ? fixed(value(row) as number | null, 3) : value(row)),
  }));
}

/**
 * Sends a list as a CSV file or an Arrow stream, with what the JSON answer says beside its rows in
 * headers. CSV is read from the pages only as fast as the client takes it.
 */
export async function sendRows<R>(
  response: Response,
  format: Exclude<AnswerFormat, 'json'>,
  { name, columns, pages, run }: RowsFile<R>,
): Promise<void> {
  response.set({
    Vary: 'Accept',
    'Probity-As-Of': run.asOf,
    'Probity-Policy-Version': String(run.policyVersion),
    'Probity-Run': String(run.runId),
    'Probity-Known-At': run.knownAt,
    'Probity-Stale': String(run.stale),
  });
  if (format === 'arrow') {
    response.type(ARROW_STREAM).send(Buffer.from(await arrowOf(columns, pages)));
    return;
  }
  response.set({
    'Content-Type': CSV_TYPE,
    'Content-Disposition': `attachment; filename="${name}-${run.asOf}.csv"`,
  });
  await pipeline(csv(csvColumns(columns), pages), response).catch((error: Error) => {
    // A client that left early needs no answer; anything else cuts the connection.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

async function arrowOf<R>(
  columns: readonly RowColumn<R>[],
  pages: AsyncIterable<readonly R[]>,
): Promise<Uint8Array> {
  const values = columns.map((): (string | number | boolean | null)[] => []);
  for await (const page of pages) {
    columns.forEach((column, at) => {
      for (const row of page) values[at]?.push(column.value(row));
    });
  }
  return arrowStream(columns.map((column, at) => streamColumn(column, values[at] ?? [])));
}

function streamColumn<R>(
  { name, type }: RowColumn<R>,
  values: (string | number | boolean | null)[],
): StreamColumn {
  if (type === 'date') {
    const days = values.map((date) => (date === null ? null : dayOf(String(date))));
    return { name, type, values: days };
  }
  return { name, type: type === 'points' ? 'number' : type, values } as StreamColumn;
}
