import { CopyLines } from '../../platform/database/copy-lines.js';
import type { RawTable } from '../parse/raw-row.js';
import { type BoundColumn, bindColumns } from '../validate/columns.js';
import type { Reading, RowReader } from '../validate/row-reader.js';
import { both, NO_ROWS, type StagedPiece, stageRows } from './stage-lines.js';
import { stagedByThreads } from './staging-threads.js';

/** To start threads for a smaller file takes longer than to read it. */
const FEW_BYTES = 16 << 20;
/** Of smaller pieces each would cost the database's side more than its rows do. */
const PIECE_BYTES = 1 << 17;

/** How a file is to be read. */
export interface StagingChoices {
  readonly threadCount: number;
  /** A file of fewer bytes is read by one thread. */
  readonly fewBytes?: number;
  /** Hears of columns that come later on. */
  readonly grown: (columns: readonly BoundColumn[]) => void;
}

/**
 * Reads a file's rows into lines for the stage, in the order of the file: a large one that can be read
 * in parts by several threads, with the same result. Throws UnreadableFile.
 */
export async function* stagedFile(
  table: RawTable,
  reading: Reading,
  reader: RowReader,
  { threadCount, fewBytes = FEW_BYTES, grown }: StagingChoices,
): AsyncGenerator<StagedPiece> {
  const { split, header } = table;
  const { kind, profile, withdraw } = reading;
  if (split && threadCount > 1 && split.bytes >= fewBytes) {
    const { path, bytes, dialect } = split;
    const order = { ...reading, kind: kind.key, path, bytes, dialect, header };
    yield* stagedByThreads(order, split.ranges(), threadCount);
    return;
  }
  const lines = new CopyLines();
  let counts = NO_ROWS;
  let width = header.length;
  for await (const rows of table.batches) {
    if (header.length !== width) {
      width = header.length;
      const columns = bindColumns(kind, header, profile, withdraw);
      grown(columns);
      reader.bind(columns);
    }
    counts = both(counts, stageRows(lines, reader, rows));
    if (lines.length < PIECE_BYTES) continue;
    yield { ...counts, lines: lines.taken(), bytesRead: table.bytesRead() };
    counts = NO_ROWS;
  }
  if (counts.rowCount > 0) {
    yield { ...counts, lines: lines.taken(), bytesRead: table.bytesRead() };
  }
}
