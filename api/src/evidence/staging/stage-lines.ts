import type { RawRow } from '../parse/raw-row.js';
import type { Finding } from '../validate/problem.js';
import type { RowReader } from '../validate/row-reader.js';

/** The columns of `stage` before the fields, in the order in which lines have them. */
export const BEFORE_FIELDS = ['line', 'problems', 'warnings', 'raw', 'present'] as const;

/** Rows as lines for COPY into `stage`, and what is known of them. */
export interface StagedPiece {
  readonly lines: string | Uint8Array;
  readonly rowCount: number;
  readonly refusedCount: number;
  /** Fields (as bits) that every row that was taken says something about: -1 where there is none; and those that any does. */
  readonly presentInAll: bigint;
  readonly presentInAny: bigint;
  /** How far the file is read with it. */
  readonly bytesRead: number;
}

/** Reads rows into lines for the stage, refused ones with their causes and, if it was read, their identity. */
export function stagedPiece(
  reader: RowReader,
  rows: readonly RawRow[],
  bytesRead: number,
): StagedPiece & { readonly lines: string } {
  let refusedCount = 0;
  let all = -1n;
  let any = 0n;
  let lastPresent = -1;
  let lines = '';
  for (const row of rows) {
    const taken = reader.read(row);
    if (!taken) refusedCount++;
    else if (reader.present !== lastPresent) {
      lastPresent = reader.present;
      all &= BigInt(lastPresent);
      any |= BigInt(lastPresent);
    }
    lines += stageLine(row, reader, taken);
  }
  const counts = { rowCount: rows.length, refusedCount };
  return { lines, ...counts, presentInAll: all, presentInAny: any, bytesRead };
}

/** What is known of two pieces together, but for their lines. */
export const both = <P extends StagedPiece>(one: P, other: P): P => ({
  ...other,
  rowCount: one.rowCount + other.rowCount,
  refusedCount: one.refusedCount + other.refusedCount,
  presentInAll: one.presentInAll & other.presentInAll,
  presentInAny: one.presentInAny | other.presentInAny,
});

function stageLine(row: RawRow, reader: RowReader, taken: boolean): string {
  const { errors, warnings } = reader.notes;
  // What the values tell as it is need not be kept twice.
  const raw = taken && reader.tellsAll(row) ? '\\N' : escaped(rawOf(row));
  let line = `${row.line}\t${findings(errors)}\t${findings(warnings)}\t${raw}\t${reader.present}`;
  for (let index = 0; index < reader.values.length; index++) {
    const value = reader.values[index] ?? null;
    const kept = value !== null && (taken || reader.identifies(index));
    line += kept ? `\t${escaped(value)}` : '\t\\N';
  }
  return `${line}\n`;
}

const findings = (list: readonly Finding[]) =>
  list.length === 0 ? '\\N' : escaped(JSON.stringify(list));

/** The row as the file has it, to be given back when it is refused. */
const rawOf = (row: RawRow): string => row.text ?? JSON.stringify(row.cells);

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (special) => ESCAPES[special]!) : text;
}
