import { DataType, DateUnit, tableFromIPC, type Vector } from 'apache-arrow';

/** A foreign Arrow table as text, row by row, for the importer. */
export interface ArrowText {
  readonly header: readonly string[];
  readonly rowCount: number;
  /** The cells of one row, in the order of the header; null where the table has none. */
  row(index: number): (string | null)[];
}

/**
 * Decodes an Arrow stream or file. Integers keep every digit, dates become `YYYY-MM-DD`. Throws for
 * bytes that are no Arrow; hostile bytes may take for ever, so call it where that does no harm.
 */
export function arrowText(bytes: Uint8Array): ArrowText {
  const table = tableFromIPC(bytes);
  const readers = table.schema.fields.map((field, index) => {
    const column = table.getChildAt(index);
    return (row: number) => (column ? cellText(column, field.type, row) : null);
  });
  return {
    header: table.schema.fields.map((field) => field.name),
    rowCount: table.numRows,
    row: (index) => readers.map((read) => read(index)),
  };
}

function cellText(column: Vector, type: DataType, row: number): string | null {
  const value: unknown = column.get(row);
  if (value === null || value === undefined) return null;
  const inner = DataType.isDictionary(type) ? type.dictionary : type;
  if (DataType.isDate(inner)) {
    const date = new Date(value as number | Date).toISOString();
    return inner.unit === DateUnit.DAY || date.endsWith('T00:00:00.000Z')
      ? date.slice(0, 10)
      : date;
  }
  if (DataType.isDecimal(inner)) return decimalText(value as Uint32Array, inner.scale);
  return String(value);
}

/** The exact text of a 128- or 256-bit decimal, least significant word first, in two's complement. */
function decimalText(words: Uint32Array, scale: number): string {
  let number = 0n;
  for (let at = words.length - 1; at >= 0; at--) number = (number << 32n) | BigInt(words[at]!);
  const signed = BigInt.asIntN(words.length * 32, number);
  const digits = (signed < 0n ? -signed : signed).toString().padStart(scale + 1, '0');
  const text = scale > 0 ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
  return signed < 0n ? `-${text}` : text;
}
