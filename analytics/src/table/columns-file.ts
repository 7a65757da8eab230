import {
  type Data,
  type DataType,
  Field,
  Float64,
  Int8,
  Int16,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Uint8,
  Uint16,
  Uint32,
  Utf8,
} from 'apache-arrow';
import type { Texts } from '../evidence/texts.js';
import type { ColumnArray } from '../fields/columns.js';

/** A column of a file: numbers, or texts. */
export type FileColumn = ColumnArray | Uint32Array | Texts;

/** Columns of one length by name, and what is to be known about them. */
export interface ColumnsFile {
  readonly columns: Readonly<Record<string, FileColumn>>;
  readonly metadata: Readonly<Record<string, string>>;
}

const numberTypes: Readonly<Record<string, () => DataType>> = {
  Int8Array: () => new Int8(),
  Int16Array: () => new Int16(),
  Int32Array: () => new Int32(),
  Uint8Array: () => new Uint8(),
  Uint16Array: () => new Uint16(),
  Uint32Array: () => new Uint32(),
  Float64Array: () => new Float64(),
};

/** These columns as an Arrow file. `types` says which are more than numbers (dates). */
export function encodeColumns(
  { columns, metadata }: ColumnsFile,
  types: Readonly<Record<string, DataType>> = {},
): Uint8Array {
  const children: Data[] = [];
  const fields: Field[] = [];
  let length = 0;
  for (const [name, column] of Object.entries(columns)) {
    if (isTexts(column)) {
      length = column.offsets.length - 1;
      const type = new Utf8();
      children.push(makeData({ type, length, valueOffsets: column.offsets, data: column.bytes }));
      fields.push(new Field(name, type, false));
    } else {
      length = column.length;
      const type = types[name] ?? numberTypes[column.constructor.name]();
      children.push(makeData({ type, length, data: column } as never) as Data);
      fields.push(new Field(name, type, false));
    }
  }
  const schema = new Schema(fields, new Map(Object.entries(metadata)));
  const data = makeData({ type: new Struct(fields), length, children });
  return tableToIPC(new Table([new RecordBatch(schema, data)]), 'file');
}

/**
 * The columns of a file that `encodeColumns` made, as views of its bytes: nothing is copied. Throws
 * for bytes that are no such file. Trusts them: a file from elsewhere belongs in a worker with a
 * deadline.
 */
export function decodeColumns(bytes: Uint8Array): ColumnsFile {
  const table = tableFromIPC(bytes);
  const columns = table.schema.fields.map(({ name }) => [name, columnOf(table, name)] as const);
  return {
    columns: Object.fromEntries(columns),
    metadata: Object.fromEntries(table.schema.metadata),
  };
}

/** Whether a column has texts. */
export function isTexts(column: FileColumn | undefined): column is Texts {
  return column !== undefined && 'offsets' in column;
}

function columnOf(table: Table, name: string): FileColumn {
  const [data, ...more] = table.getChild(name)?.data ?? [];
  if (!data || more.length > 0) throw new RangeError(`the file has no single column ${name}`);
  if (!data.valueOffsets) return data.values.subarray(0, data.length) as FileColumn;
  const offsets = data.valueOffsets.subarray(0, data.length + 1);
  return { offsets, bytes: data.values.subarray(0, offsets[data.length] ?? 0) };
}
