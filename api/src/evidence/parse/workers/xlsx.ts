import { stat } from 'node:fs/promises';
import type { RawTable } from '../raw-row.js';
import { readInWorker } from './worker-table.js';
import { checkZip } from './zip-sizes.js';

/** Reads the first sheet of a workbook as rows; its first row that isn't empty is the header. */
export async function readXlsx(path: string): Promise<RawTable> {
  await checkZip(path);
  const { size } = await stat(path);
  return readInWorker(new URL('./xlsx.worker.js', import.meta.url), path, size);
}
