import type { HeldColumns } from './held-files.js';
import type { SnapshotKind } from './snapshot-kind.js';

/** What a snapshot says about itself. */
export interface SnapshotAbout extends SnapshotKind {
  readonly knownAt: string;
  /** The sum of everybody's digests, in hexadecimal. */
  readonly people: string;
}

/** Columns to be written, in memory that this thread shares. */
export interface SnapshotRequest {
  readonly folder: string;
  readonly about: SnapshotAbout;
  readonly held: HeldColumns;
}
