import type { RawTable } from '../parse/raw-row.js';
import { type BoundColumn, bindColumns } from '../validate/columns.js';
import type { Reading, RowReader } from '../validate/row-reader.js';
import { type StagedPiece, stagedPiece } from './stage-lines.js';
import { stagedByThreads } from './staging-threads.js';

/** To start threads for a smaller file takes longer than to read it. */
const FEW_BYTES = 16 << 20;

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
  let width = header.length;
  for await (const rows of table.batches) {
    if (header.length !== width) {
      width = header.length;
      const columns = bindColumns(kind, header, profile, withdraw);
      grown(columns);
      reader.bind(columns);
    }
    yield stagedPiece(reader, rows, table.bytesRead());
  }
}
