import { stat } from 'node:fs/promises';
import type { RawTable } from '../raw-row.js';
import { readInWorker } from './worker-table.js';

/** Reads an Arrow stream or file as rows; the header is line 1, so the first row is line 2. */
export async function readArrow(path: string): Promise<RawTable> {
  const { size } = await stat(path);
  return readInWorker(new URL('./arrow.worker.js', import.meta.url), path, size);
}
