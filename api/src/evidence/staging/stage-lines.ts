import type { CopyLines } from '../../platform/database/copy-lines.js';
import type { RawRow } from '../parse/raw-row.js';
import type { Finding } from '../validate/problem.js';
import type { RowReader } from '../validate/row-reader.js';

/** The columns of `stage` before the fields, in the order in which lines have them. */
export const BEFORE_FIELDS = ['line', 'problems', 'warnings', 'raw', 'present'] as const;

/** What is known of rows that were read. */
export interface StagedCounts {
  readonly rowCount: number;
  readonly refusedCount: number;
  /** Fields (as bits) that every row that was taken says something about: -1 where there is none; and those that any does. */
  readonly presentInAll: bigint;
  readonly presentInAny: bigint;
}

/** Rows as lines for COPY into `stage`. */
export interface StagedPiece extends StagedCounts {
  readonly lines: Uint8Array;
  /** How far the file is read with it. */
  readonly bytesRead: number;
}

/** Of no rows. */
export const NO_ROWS: StagedCounts = {
  ...{ rowCount: 0, refusedCount: 0 },
  ...{ presentInAll: -1n, presentInAny: 0n },
};

/** What is known of rows and of others after them, together. */
export const both = (one: StagedCounts, other: StagedCounts): StagedCounts => ({
  rowCount: one.rowCount + other.rowCount,
  refusedCount: one.refusedCount + other.refusedCount,
  presentInAll: one.presentInAll & other.presentInAll,
  presentInAny: one.presentInAny | other.presentInAny,
});

/** Reads rows and adds them to lines for the stage, refused ones with their causes and, if it was read, their identity. */
export function stageRows(
  lines: CopyLines,
  reader: RowReader,
  rows: readonly RawRow[],
): StagedCounts {
  let refusedCount = 0;
  let all = -1n;
  let any = 0n;
  let lastPresent = -1;
  for (const row of rows) {
    const taken = reader.read(row);
    if (!taken) refusedCount++;
    else if (reader.present !== lastPresent) {
      lastPresent = reader.present;
      all &= BigInt(lastPresent);
      any |= BigInt(lastPresent);
    }
    addLine(lines, row, reader, taken);
  }
  return { rowCount: rows.length, refusedCount, presentInAll: all, presentInAny: any };
}

function addLine(lines: CopyLines, row: RawRow, reader: RowReader, taken: boolean): void {
  const { errors, warnings } = reader.notes;
  lines.number(row.line).text(findings(errors)).text(findings(warnings));
  // What the values tell as it is need not be kept twice.
  lines.text(taken && reader.tellsAll(row) ? null : rawOf(row)).number(reader.present);
  for (let index = 0; index < reader.values.length; index++) {
    lines.text(taken || reader.identifies(index) ? reader.values[index] : null);
  }
  lines.endLine();
}

const findings = (list: readonly Finding[]) => (list.length === 0 ? null : JSON.stringify(list));

/** The row as the file has it, to be given back when it is refused. */
const rawOf = (row: RawRow): string => row.text ?? JSON.stringify(row.cells);
