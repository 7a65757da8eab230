import { emptyCell, integerBytes } from '../fields/columns.js';
import { dayOf } from '../fields/day.js';
import type { Field } from '../fields/field.js';

/** A value as it comes from a table: dates as days or `YYYY-MM-DD`, numbers also as text, choices by their value. */
export type Cell = string | number | boolean | null | undefined;

/** A record's values by field name; fields that are not scored may be left out. */
export type Cells = Readonly<Record<string, Cell>>;

const YEAR = /^\s*(\d{4})\s*年?度?\s*$/;

/** Turns one field's values into what its column holds. Throws a RangeError for a value the field cannot have. */
export function cellWriter(field: Field): (cell: Cell) => number {
  const write = filledCell(field);
  if (field.type === 'integer' && integerBytes(field) < 4) {
    return (cell) => write(cell ?? '');
  }
  const empty = emptyCell(field);
  return (cell) => (cell == null || cell === '' ? empty : write(cell));
}

function filledCell(field: Field): (cell: string | number | boolean) => number {
  switch (field.type) {
    case 'date':
      return (cell) => (typeof cell === 'string' ? dayOf(cell) : Number(cell));
    case 'integer':
      return integerBytes(field) < 4 ? limitedInteger(field) : integerOf;
    case 'boolean':
      return booleanOf;
    case 'choice':
      return choiceOf(field);
    case 'text':
      if (field.column === 'given') return () => 1;
      return (cell) => Number(YEAR.exec(String(cell))?.[1] ?? 0);
    default:
      return numberOf;
  }
}

function numberOf(cell: string | number | boolean): number {
  const number = Number(cell);
  if (!Number.isFinite(number)) throw new RangeError(`not a number: ${cell}`);
  return number;
}

function integerOf(cell: string | number | boolean): number {
  const number = numberOf(cell);
  if ((number | 0) !== number) throw new RangeError(`not a whole number of 32 bits: ${cell}`);
  return number;
}

/** Narrow columns would keep another number than one beyond the limits. */
function limitedInteger({ min = 0, max = 0 }: Field): (cell: string | number | boolean) => number {
  return (cell) => {
    const number = cell === '' ? Number.NaN : integerOf(cell);
    if (!(number >= min && number <= max)) {
      throw new RangeError(`not a whole number from ${min} to ${max}: ${cell}`);
    }
    return number;
  };
}

function booleanOf(cell: string | number | boolean): number {
  if (cell === true || cell === 1 || cell === 'true' || cell === 't') return 1;
  if (cell === false || cell === 0 || cell === 'false' || cell === 'f') return 0;
  throw new RangeError(`neither true nor false: ${cell}`);
}

function choiceOf(field: Field): (cell: string | number | boolean) => number {
  const codes = new Map(Object.keys(field.values ?? {}).map((value, code) => [value, code]));
  return (cell) => {
    const code = codes.get(String(cell));
    if (code === undefined) throw new RangeError(`no such value: ${cell}`);
    return code;
  };
}
