import { allocateColumn, type ColumnArray } from '../fields/columns.js';
import type { Field } from '../fields/field.js';
import { type Cell, cellWriter } from './cell.js';
import { cellReader, textOf } from './cell-bytes.js';

const FIRST_CAPACITY = 1024;

/** One field's values in the order of arrival, typed from the start, so that millions of rows need no object each. */
export interface GrowingColumn {
  readonly name: string;
  readonly field: Field;
  append(cell: Cell): void;
  /** Adds a cell as a table writes it, in UTF-8; an empty one where `start` is negative. Dates are whole days. */
  appendBytes(bytes: Uint8Array, start: number, end: number): void;
  /** What tells two rows apart in this column: negative, 0 or positive. */
  compare(a: number, b: number): number;
  /** Writes the rows into a column of the final table, `order[i]` at `i`, cadre by cadre. */
  writeTo(column: ColumnArray, order: Uint32Array, from: Uint32Array): void;
}

/** Numbers on their way. Of two kinds alone: code that meets every kind of array is several times slower. */
type Held = Int32Array | Float64Array;

const heldFor = (field: Field, length: number): Held =>
  field.type === 'decimal' ? new Float64Array(length) : new Int32Array(length);

/** A column of numbers that grows; undefined for a field that is not scored. */
export function growingColumn(name: string, field: Field): GrowingColumn | undefined {
  if (field.column === 'group') return growingGroups(name, field);
  if (!allocateColumn(field, 0)) return undefined;
  let held = heldFor(field, FIRST_CAPACITY);
  let length = 0;
  const write = cellWriter(field);
  const read = cellReader(field);
  const add = (number: number) => {
    if (length === held.length) {
      const larger = heldFor(field, 2 * length);
      larger.set(held);
      held = larger;
    }
    held[length++] = number;
  };
  return {
    name,
    field,
    append: (cell) => add(write(cell)),
    appendBytes(bytes, start, end) {
      const number = start < 0 || !read ? Number.NaN : read(bytes, start, end);
      if (Number.isNaN(number)) add(write(start < 0 ? null : textOf(bytes, start, end)));
      else add(number);
    },
    // NaN, an empty decimal, comes before every number.
    compare: (a, b) =>
      Object.is(held[a], held[b]) ? 0 : held[a] > held[b] || Number.isNaN(held[b]) ? 1 : -1,
    writeTo(column, order) {
      const ordered = heldFor(field, order.length);
      for (let row = 0; row < order.length; row++) ordered[row] = held[order[row]];
      column.set(ordered);
    },
  };
}

/** A column of texts that end up numbered within each cadre's rows, in order of first appearance. */
function growingGroups(name: string, field: Field): GrowingColumn {
  const texts: string[] = [];
  return {
    name,
    field,
    append: (cell) => {
      texts.push(cell == null ? '' : String(cell));
    },
    appendBytes: (bytes, start, end) => {
      texts.push(start < 0 ? '' : textOf(bytes, start, end));
    },
    compare: (a, b) => (texts[a] === texts[b] ? 0 : texts[a] < texts[b] ? -1 : 1),
    writeTo(column, order, from) {
      for (let cadre = 0; cadre + 1 < from.length; cadre++) {
        const numbers = new Map<string, number>();
        for (let row = from[cadre]; row < from[cadre + 1]; row++) {
          const text = texts[order[row]];
          const number = numbers.get(text) ?? numbers.size;
          if (number > 0xffff) throw new RangeError(`${name}: over 65,536 values for one cadre`);
          numbers.set(text, number);
          column[row] = number;
        }
      }
    },
  };
}
