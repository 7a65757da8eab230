import type { TestServer } from '../../support/server.ts';
import type { Seeded } from '../data/seed.ts';

/** What the works of one population share. */
export interface Population {
  readonly cadreCount: number;
  readonly seed: Seeded;
  /** A folder for files of a moment. */
  readonly folder: string;
  /** Whether the copy that works change stays for the next run, its ranking published. */
  readonly keep: boolean;
}

/** The product itself, on a copy of the population. */
export interface Running extends Population {
  readonly server: TestServer;
  /** The copy's address, as the database's owner. */
  readonly url: string;
}
