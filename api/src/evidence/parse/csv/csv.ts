import { stat } from 'node:fs/promises';
import { finding, UnreadableFile } from '../../validate/problem.js';
import type { RawRow, RawTable } from '../raw-row.js';
import { decodedText } from '../text/decoded-text.js';
import type { Encoding } from '../text/encoding.js';
import { dialectOf } from './csv-dialect.js';
import { type CsvRecord, csvRecords } from './csv-records.js';
import { byteDialectOf, recordRanges } from './record-ranges.js';

/** Reads a CSV file as rows; its first record is the header. */
export async function readCsv(path: string, encoding: Encoding): Promise<RawTable> {
  let bytes = 0;
  let head: string | undefined;
  const text = decodedText(path, encoding, (more) => {
    bytes += more;
  });
  const records = csvRecords(
    (async function* () {
      for await (const piece of text) {
        head ??= piece;
        yield piece;
      }
    })(),
  );
  const first = await nextNonEmpty(records);
  if (!first) throw emptyFile();
  const header = first[0]!.cells.map((cell) => cell.trim());
  const dialect = dialectOf(head ?? '');
  const byBytes = encoding === 'utf-8' ? byteDialectOf(dialect) : undefined;
  return {
    header,
    growing: false,
    ...(byBytes && {
      split: {
        ...{ path, dialect, bytes: (await stat(path)).size },
        ranges: async function* () {
          // What was begun of it for its header is read anew.
          await records.return(undefined);
          yield* recordRanges(path, byBytes);
        },
      },
    }),
    bytesRead: () => bytes,
    batches: batches(first.slice(1), records, header.length),
  };
}

/** Nothing was in the file at all. */
export const emptyFile = () =>
  new UnreadableFile(
    finding(
      'empty-file',
      'The file is empty. The first row must name the columns; a template is offered for every kind.',
      '文件是空的。第一行应为表头；每类记录都有模板可下载。',
    ),
  );

async function nextNonEmpty(
  records: AsyncGenerator<CsvRecord[]>,
): Promise<CsvRecord[] | undefined> {
  for (;;) {
    const { value, done } = await records.next();
    if (done) return undefined;
    if (value.length > 0) return value;
  }
}

async function* batches(
  first: CsvRecord[],
  rest: AsyncGenerator<CsvRecord[]>,
  width: number,
): AsyncGenerator<RawRow[]> {
  if (first.length > 0) yield first.map((record) => rowOf(record, width));
  for await (const records of rest) {
    if (records.length > 0) yield records.map((record) => rowOf(record, width));
  }
}

/** A record as a row below a header of so many columns. */
export const rowOf = (record: CsvRecord, width: number): RawRow =>
  record.cells.length === width
    ? record
    : { ...record, faults: [ragged(record.cells.length, width)] };

const ragged = (found: number, width: number) =>
  finding(
    'ragged-row',
    `The row has ${found} cells, the header has ${width}. A comma within a cell needs quotation marks around the cell.`,
    `该行有 ${found} 个单元格，表头有 ${width} 个。单元格内容含逗号时，应以引号括起。`,
  );
