import { NO_DAY } from './day.js';
import { type Field, type Fields, NO_CODE, NO_INTEGER } from './field.js';

/** The kinds of array that a column can be. */
export type ColumnArray =
  | Int8Array
  | Int16Array
  | Int32Array
  | Float64Array
  | Uint8Array
  | Uint16Array;

/** The columns of a kind by field name; fields that are not scored are not there. */
export type Columns = Readonly<Record<string, ColumnArray>>;

/** Memory of that many bytes, shared between threads where asked for. */
export function memory(bytes: number, shared = false): ArrayBuffer | SharedArrayBuffer {
  return shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

/** What an empty cell of the field holds: NO_DAY, NO_INTEGER, NaN, NO_CODE, or 0 for text. */
export function emptyCell(field: Field): number {
  switch (field.type) {
    case 'date':
      return NO_DAY;
    case 'integer':
      return NO_INTEGER;
    case 'decimal':
      return Number.NaN;
    case 'boolean':
    case 'choice':
      return NO_CODE;
    default:
      return 0;
  }
}

/** A column for so many rows of the field; undefined where the field has none. */
export function allocateColumn(
  field: Field,
  rowCount: number,
  shared = false,
): ColumnArray | undefined {
  switch (field.type) {
    case 'date':
      return new Int32Array(memory(4 * rowCount, shared));
    case 'integer': {
      const bytes = integerBytes(field);
      const held = memory(bytes * rowCount, shared);
      if (bytes === 4) return new Int32Array(held);
      return bytes === 2 ? new Int16Array(held) : new Int8Array(held);
    }
    case 'decimal':
      return new Float64Array(memory(8 * rowCount, shared));
    case 'boolean':
    case 'choice':
      return new Uint8Array(memory(rowCount, shared));
    case 'text':
      return field.column ? new Uint16Array(memory(2 * rowCount, shared)) : undefined;
    default:
      return undefined;
  }
}

/** How many bytes a whole number of the field takes: as few as its limits allow, 4 where it may be empty. */
export function integerBytes({ optional, min, max }: Field): 1 | 2 | 4 {
  if (optional || min === undefined || max === undefined) return 4;
  if (min >= -0x80 && max < 0x80) return 1;
  return min >= -0x8000 && max < 0x8000 ? 2 : 4;
}

/** Columns for so many rows of all fields that have one, in the fields' order. */
export function allocateColumns(fields: Fields, rowCount: number, shared = false): Columns {
  const columns: Record<string, ColumnArray> = {};
  for (const [name, field] of Object.entries(fields)) {
    const column = allocateColumn(field, rowCount, shared);
    if (column) columns[name] = column;
  }
  return columns;
}
