import {
  Bool,
  type DataType,
  DateDay,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  Vector,
  vectorFromArray,
} from 'apache-arrow';
import type { Day } from '../fields/day.js';

/** A column of a table for other programs; null where empty. Dates are days. */
export type StreamColumn = { readonly name: string } & (
  | { readonly type: 'text'; readonly values: readonly (string | null)[] }
  | { readonly type: 'boolean'; readonly values: readonly (boolean | null)[] }
  | { readonly type: 'integer' | 'number'; readonly values: readonly (number | null)[] }
  | { readonly type: 'date'; readonly values: readonly (Day | null)[] }
);

/** A column's name and type, before it has values. */
export type StreamColumnType = Pick<StreamColumn, 'name' | 'type'>;

/** These columns, all of one length, as one Arrow IPC stream (`application/vnd.apache.arrow.stream`). */
export function arrowStream(columns: readonly StreamColumn[]): Uint8Array {
  return tableToIPC(tableOf(columns), 'stream');
}

/**
 * The same stream for more rows than should be held at once: one batch for each page, made when it
 * is asked for. Every page has all columns, in their order.
 */
export async function* arrowPieces(
  columns: readonly StreamColumnType[],
  pages: AsyncIterable<readonly StreamColumn[]>,
): AsyncGenerator<Uint8Array, void, undefined> {
  // A stream is its schema, its batches and an end mark, one message after another; each page's own
  // stream has all three, of which only the batch is wanted.
  const empty = tableToIPC(new Table(schemaOf(columns)), 'stream');
  const schemaLength = empty.length - END_LENGTH;
  yield empty.subarray(0, schemaLength);
  for await (const page of pages) {
    if (page[0]?.values.length) yield arrowStream(page).subarray(schemaLength, -END_LENGTH);
  }
  yield empty.subarray(schemaLength);
}

/** The bytes of the mark at the end of a stream. */
const END_LENGTH = 8;

const types = {
  text: new Utf8(),
  boolean: new Bool(),
  integer: new Int32(),
  number: new Float64(),
  date: new DateDay(),
} as const satisfies Record<StreamColumn['type'], DataType>;

/** Every column may be empty, whether or not it is in these rows: one schema for all pages. */
function schemaOf(columns: readonly StreamColumnType[]): Schema {
  return new Schema(columns.map(({ name, type }) => new Field(name, types[type], true)));
}

function tableOf(columns: readonly StreamColumn[]): Table {
  const schema = schemaOf(columns);
  const length = columns[0]?.values.length ?? 0;
  if (length === 0) return new Table(schema);
  const children = columns.map((column) => vectorOf(column).data[0]);
  const data = makeData({ type: new Struct(schema.fields), length, children });
  return new Table([new RecordBatch(schema, data)]);
}

function vectorOf(column: StreamColumn): Vector {
  if (column.type === 'date') return dates(column.values);
  return vectorFromArray(column.values as unknown[], types[column.type]);
}

/** Days go in as they are; Arrow's own builder would take them for milliseconds. */
function dates(values: readonly (Day | null)[]): Vector {
  const validity = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, at) => {
    if (value !== null) validity[at >> 3] |= 1 << (at & 7);
  });
  const data = Int32Array.from(values, (value) => value ?? 0);
  const nullCount = values.filter((value) => value === null).length;
  return new Vector([
    makeData({ type: new DateDay(), length: values.length, nullCount, nullBitmap: validity, data }),
  ]);
}
