import { parentPort } from 'node:worker_threads';
import { writeChecked } from './checked-files.js';
import { filesOf, type HeldColumns } from './held-files.js';
import type { SnapshotAbout } from './snapshots.js';

/** Columns to be written, in memory that this thread shares. */
export interface SnapshotRequest {
  readonly folder: string;
  readonly about: SnapshotAbout;
  readonly held: HeldColumns;
}

parentPort?.once('message', async ({ folder, about, held }: SnapshotRequest) => {
  await writeChecked(folder, about, filesOf(held));
});
