import {
  Bool,
  DateDay,
  Float64,
  Int32,
  makeData,
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

/** These columns, all of one length, as one Arrow IPC stream (`application/vnd.apache.arrow.stream`). */
export function arrowStream(columns: readonly StreamColumn[]): Uint8Array {
  const vectors = columns.map((column) => [column.name, vectorOf(column)] as const);
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
}

function vectorOf(column: StreamColumn): Vector {
  switch (column.type) {
    case 'text':
      return vectorFromArray(column.values, new Utf8());
    case 'boolean':
      return vectorFromArray(column.values, new Bool());
    case 'integer':
      return vectorFromArray(column.values, new Int32());
    case 'number':
      return vectorFromArray(column.values, new Float64());
    case 'date':
      return dates(column.values);
  }
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
