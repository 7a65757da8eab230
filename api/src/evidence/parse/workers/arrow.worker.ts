import { readFile } from 'node:fs/promises';
import { workerData } from 'node:worker_threads';
import { arrowText } from '@probity/analytics';
import type { RawRow } from '../raw-row.js';
import { answerWith } from './worker-answers.js';

const BATCH = 2_000;

answerWith(async function* () {
  const table = arrowText(await readFile((workerData as { path: string }).path));
  yield [...table.header];
  for (let from = 0; from < table.rowCount; from += BATCH) {
    const rows: RawRow[] = [];
    for (let at = from; at < Math.min(from + BATCH, table.rowCount); at++) {
      rows.push({ line: at + 2, cells: table.row(at) });
    }
    yield rows;
  }
});
