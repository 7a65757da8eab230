import { Worker } from 'node:worker_threads';
import type { ClientBase } from 'pg';
import { latestIn, readChecked, readManifest, removeAll } from './checked-files.js';
import { columnsOf, type HeldColumns } from './held-files.js';
import { kindOf, sameKind } from './snapshot-kind.js';
import type { SnapshotAbout, SnapshotRequest } from './snapshot-request.js';

/** The columns of a snapshot, and up to when they hold. */
export interface SnapshotColumns extends HeldColumns {
  readonly knownAt: string;
  /** The sum of everybody's digests. */
  readonly people: bigint;
}

/** Fewer people are read from their tables as soon as from a file. */
const WORTH_FROM = 5000;

/**
 * The columns on disk, so that a start need not read every table. A snapshot is an aid and never
 * trusted: one that is damaged, of another engine or of another database is passed over, with a line
 * in the log, and made anew.
 */
export class Snapshots {
  #writing: Promise<void> | undefined;

  /** `log` is told why a snapshot was not used or not written. */
  constructor(
    private readonly folder: string,
    private readonly log: (line: string) => void,
    private readonly worthFrom = WORTH_FROM,
  ) {}

  /** The columns of the latest snapshot; undefined where there is none that can be trusted. */
  async read(client: ClientBase): Promise<SnapshotColumns | undefined> {
    const latest = await latestIn(this.folder);
    if (!latest) return undefined;
    try {
      const manifest = await readManifest<SnapshotAbout>(latest);
      const reason = await this.#staleness(client, manifest.about);
      if (reason) return this.#refuse(latest, reason);
      const columns = await columnsOf((name) => readChecked(latest, manifest, name));
      const { knownAt, people } = manifest.about;
      return { ...columns, knownAt, people: BigInt(`0x${people}`) };
    } catch (error) {
      return this.#refuse(latest, error instanceof Error ? error.message : String(error));
    }
  }

  /** Writes a snapshot in a thread of its own, while everything else goes on; one at a time, and only where it is worth it. */
  async write(client: ClientBase, held: SnapshotColumns): Promise<void> {
    if (this.#writing) return;
    if (held.register.columns.count < this.worthFrom) return removeAll(this.folder);
    const { knownAt, people, register, rows, authority } = held;
    const kind = await kindOf(client);
    if (!kind) return;
    const about = { ...kind, knownAt, people: people.toString(16) };
    // What can be read off the columns again isn't copied to the other thread.
    const lean = { ...register, indexOf: new Map<number, number>(), staffNos: [] };
    const request: SnapshotRequest = {
      folder: this.folder,
      about,
      held: { register: lean, rows, authority },
    };
    this.#writing = inThread(request)
      .catch((error: Error) => this.log(`no snapshot of the columns was written: ${error.message}`))
      .finally(() => {
        this.#writing = undefined;
      });
  }

  /** Removes what is on the disk, since somebody in it must not be there any more. */
  async forget(): Promise<void> {
    await this.#writing;
    await removeAll(this.folder);
  }

  /** Waits for what is being written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #staleness(client: ClientBase, about: SnapshotAbout): Promise<string | undefined> {
    if (!sameKind(about, await kindOf(client))) return 'it is of another engine or database';
    const { rows } = await client.query<{ ahead: boolean }>(
      'SELECT $1::timestamptz > at AS ahead FROM commit_clock',
      [about.knownAt],
    );
    return rows[0]?.ahead ? 'it knows more than the database does' : undefined;
  }

  #refuse(snapshot: string, reason: string): undefined {
    this.log(
      `the columns are read from the tables anew, since ${snapshot} is of no use: ${reason}`,
    );
    return undefined;
  }
}

function inThread(request: SnapshotRequest): Promise<void> {
  const worker = new Worker(new URL('./snapshot.worker.js', import.meta.url));
  worker.postMessage(request);
  return new Promise((done, fail) => {
    worker.once('error', fail);
    worker.once('exit', () => done());
  });
}
