import {
  type Data,
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Uint32,
} from 'apache-arrow';
import type { SourceRows } from '../evidence/evidence.js';
import { allocateColumns, type ColumnArray, memory } from '../fields/columns.js';
import type { Source } from '../source.js';
import { arrowSchema, arrowType } from './arrow-schema.js';

const CADRE = 'cadre';
const REF = 'ref';

/** A source's rows as an Arrow file: one row a record, with the index of its cadre. Empty cells hold what the columns hold. */
export function encodeRows(source: Source, { from, rows, refs }: SourceRows): Uint8Array {
  const rowCount = refs.offsets.length - 1;
  const metadata = new Map([
    ['source', source.key],
    ['cadreCount', String(from.length - 1)],
  ]);
  const described = arrowSchema(source.fields);
  const schema = new Schema([new Field(CADRE, new Uint32(), false), ...described.fields], metadata);
  const children = schema.fields.map(({ name, type }): Data => {
    if (name === CADRE)
      return makeData({ type: new Uint32(), length: rowCount, data: owners(from) });
    if (name === REF) {
      return makeData({ type, length: rowCount, valueOffsets: refs.offsets, data: refs.bytes });
    }
    return makeData({ type, length: rowCount, data: rows[name] });
  });
  const data = makeData({ type: new Struct(schema.fields), length: rowCount, children });
  return tableToIPC(new Table([new RecordBatch(schema, data)]), 'file');
}

function owners(from: Uint32Array): Uint32Array {
  const cadres = new Uint32Array(from[from.length - 1]);
  for (let cadre = 0; cadre + 1 < from.length; cadre++) {
    cadres.fill(cadre, from[cadre], from[cadre + 1]);
  }
  return cadres;
}

/**
 * The rows of a snapshot that `encodeRows` made. Throws a RangeError for another source's, or one of
 * other fields. Trusts the bytes: a file from elsewhere belongs in a worker with a deadline.
 */
export function decodeRows(source: Source, bytes: Uint8Array, shared = false): SourceRows {
  const table = tableFromIPC(bytes);
  if (table.schema.metadata.get('source') !== source.key) {
    throw new RangeError(`not a snapshot of ${source.key}`);
  }
  const cadreCount = Number(table.schema.metadata.get('cadreCount'));
  const from = new Uint32Array(memory(4 * (cadreCount + 1), shared));
  for (const cadre of valuesOf(table, CADRE)) from[cadre + 1]++;
  for (let cadre = 0; cadre < cadreCount; cadre++) from[cadre + 1] += from[cadre];
  const rows = allocateColumns(source.fields, table.numRows, shared);
  for (const [name, field] of Object.entries(source.fields)) {
    if (arrowType(field)) rows[name].set(valuesOf(table, name) as never);
  }
  return { from, rows, refs: refsOf(table, shared) };
}

function columnOf(table: Table, name: string): Data {
  const [data, ...more] = table.getChild(name)?.data ?? [];
  if (!data || more.length > 0) throw new RangeError(`the snapshot has no single column ${name}`);
  return data;
}

function valuesOf(table: Table, name: string): ColumnArray | Uint32Array {
  const data = columnOf(table, name);
  return data.values.subarray(0, data.length);
}

function refsOf(table: Table, shared: boolean): SourceRows['refs'] {
  const data = columnOf(table, REF);
  const offsets = new Int32Array(memory(4 * (data.length + 1), shared));
  offsets.set(data.valueOffsets.subarray(0, data.length + 1));
  const bytes = new Uint8Array(memory(offsets[data.length], shared));
  bytes.set(data.values.subarray(0, bytes.length));
  return { offsets, bytes };
}
