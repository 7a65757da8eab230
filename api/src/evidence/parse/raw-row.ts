import type { Finding } from '../validate/problem.js';
import type { CsvDialect } from './csv/csv-dialect.js';
import type { RecordRange } from './csv/record-ranges.js';

/** Longest record in characters: far above any real one, and what an unclosed quote may swallow. */
export const LONGEST_RECORD = 1 << 20;

/** A cell as the file has it: text, null (explicitly nothing: clears), undefined (not there: unchanged). */
export type Cell = string | null | undefined;

/** One record as the file has it, before anything is known about its fields. */
export interface RawRow {
  /** The physical line it starts on; the header of a CSV file is line 1. */
  readonly line: number;
  /** In the order of the header. */
  readonly cells: readonly Cell[];
  /** The line itself, where cells alone don't tell what it was (JSON). */
  readonly text?: string;
  /** What was wrong with the row itself, or with a cell before it became text. */
  readonly faults?: readonly Finding[];
}

/** A file that may be read in parts. */
export interface SplitFile {
  readonly path: string;
  readonly bytes: number;
  readonly dialect: CsvDialect;
  readonly ranges: () => AsyncIterable<RecordRange>;
}

/** A file as rows. The header is known from the first batch on; in NDJSON it grows with new keys. */
export interface RawTable {
  readonly header: string[];
  /** Whether a column that isn't in the header is absent from every row (CSV, sheets), or only from some. */
  readonly growing: boolean;
  readonly batches: AsyncIterable<RawRow[]>;
  /** Where the file can be read in parts at once, what tells them: the same rows as `batches`. */
  readonly split?: SplitFile;
  /** Bytes of the file read so far, for progress. */
  bytesRead(): number;
}
