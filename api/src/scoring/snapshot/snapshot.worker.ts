import { parentPort } from 'node:worker_threads';
import { standBehindReaders } from '../threads/behind-readers.js';
import { writeChecked } from './checked-files.js';
import { filesOf } from './held-files.js';
import type { SnapshotRequest } from './snapshot-request.js';

standBehindReaders();

parentPort?.once('message', async ({ folder, about, held }: SnapshotRequest) => {
  await writeChecked(folder, about, filesOf(held));
});
