import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { kindNamed } from '../kinds/kind-catalog.js';
import { rowOf } from '../parse/csv/csv.js';
import { recordsOf } from '../parse/csv/csv-records.js';
import type { RecordRange } from '../parse/csv/record-ranges.js';
import { bindColumns } from '../validate/columns.js';
import { UnreadableFile } from '../validate/problem.js';
import { RowReader } from '../validate/row-reader.js';
import { both, stagedPiece } from './stage-lines.js';
import type { RangeAnswer, StagingOrder } from './staging-threads.js';

const PIECE_BYTES = 1 << 17;

const { path, bytes, dialect, header, kind, ...reading } = workerData as StagingOrder;
const reader = new RowReader({ ...reading, kind: kindNamed(kind) });
reader.bind(bindColumns(kindNamed(kind), header, reading.profile, reading.withdraw));

async function stage({ start, end, line }: RecordRange): Promise<RangeAnswer> {
  const options = { start, highWaterMark: PIECE_BYTES, ...(end !== undefined && { end: end - 1 }) };
  // Rows of a piece are let go before the next one is read, which keeps them out of old memory.
  const pieces: ReturnType<typeof stagedPiece>[] = [];
  try {
    // The first record of the file is its header.
    let skipped = line > 1;
    for await (const records of recordsOf(createReadStream(path, options), dialect, line)) {
      const own = skipped ? records : records.slice(1);
      skipped ||= records.length > 0;
      const rows = own.map((record) => rowOf(record, header.length));
      pieces.push(stagedPiece(reader, rows, end ?? bytes));
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { unreadable: error.finding, line: error.line };
  }
  const lines = new TextEncoder().encode(pieces.map((piece) => piece.lines).join(''));
  return { piece: { ...pieces.reduce(both), lines } };
}

// One range after another, answered in their order.
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (range: RecordRange) => {
  last = last.then(async () => {
    const answer = await stage(range);
    const moved = 'piece' in answer ? [answer.piece.lines.buffer as ArrayBuffer] : [];
    parentPort?.postMessage(answer, moved);
  });
});
