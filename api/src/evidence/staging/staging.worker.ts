import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { CopyLines } from '../../platform/database/copy-lines.js';
import { kindNamed } from '../kinds/kind-catalog.js';
import { rowOf } from '../parse/csv/csv.js';
import { recordsOf } from '../parse/csv/csv-records.js';
import type { RecordRange } from '../parse/csv/record-ranges.js';
import { bindColumns } from '../validate/columns.js';
import { UnreadableFile } from '../validate/problem.js';
import { RowReader } from '../validate/row-reader.js';
import { both, NO_ROWS, stageRows } from './stage-lines.js';
import type { RangeAnswer, StagingOrder } from './staging-threads.js';

const PIECE_BYTES = 1 << 17;

const { path, bytes, dialect, header, kind, ...reading } = workerData as StagingOrder;
const reader = new RowReader({ ...reading, kind: kindNamed(kind) });
reader.bind(bindColumns(kindNamed(kind), header, reading.profile, reading.withdraw));
const lines = new CopyLines();

async function stage({ start, end, line }: RecordRange): Promise<RangeAnswer> {
  const options = { start, highWaterMark: PIECE_BYTES, ...(end !== undefined && { end: end - 1 }) };
  lines.clear();
  let counts = NO_ROWS;
  try {
    // The first record of the file is its header.
    let skipped = line > 1;
    for await (const records of recordsOf(createReadStream(path, options), dialect, line)) {
      const own = skipped ? records : records.slice(1);
      skipped ||= records.length > 0;
      const rows = own.map((record) => rowOf(record, header.length));
      counts = both(counts, stageRows(lines, reader, rows));
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { unreadable: error.finding, line: error.line };
  }
  return { piece: { ...counts, lines: lines.taken(), bytesRead: end ?? bytes } };
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
