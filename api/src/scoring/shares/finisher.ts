import { dayOf } from '@probity/analytics';
import type pg from 'pg';
import { HeldEvidence, type Refreshed } from '../load/held-evidence.js';
import { ChangedPeople } from '../publish/changed-people.js';
import { demandOwnRun } from '../publish/front.js';
import { followUpsNeeded, publish } from '../publish/publish.js';
import { PublishedMarks } from '../publish/published-marks.js';
import type { RunOutcome, RunRequest, ScoringThreadData } from '../worker/messages.js';
import { Pruner } from '../worker/pruner.js';
import { ThreadConnection } from '../worker/thread-connection.js';
import { partsOf } from './asked-parts.js';
import { assemble, NotAskedFor } from './assembled.js';
import type { PartResult } from './part-result.js';

/** Any number, the same in every process: one run at a time is shared out, so that columns only ever go on. */
const SHARING_LOCK = 7_106_261;

/**
 * Makes runs of which others score the partitions: it knows who there is, lets everybody read what one
 * transaction sees, and publishes what they hand over as one.
 */
export class Finisher {
  readonly #memory = { changed: new ChangedPeople(), marks: new PublishedMarks() };
  readonly #register = new HeldEvidence(undefined, { records: false });
  /** Its transaction is what the others see. */
  readonly #view: ThreadConnection;
  readonly #connection: ThreadConnection;
  readonly #pruner: Pruner;

  constructor({ database }: ScoringThreadData, log: (line: string) => void) {
    this.#pruner = new Pruner({ database }, log);
    this.#view = new ThreadConnection(database, 'probity-finishing');
    this.#connection = new ThreadConnection(database);
  }

  /** Has everyone scored as of a day on what is known now, and publishes it. Throws with what went wrong at a partition. */
  async finish(request: RunRequest): Promise<RunOutcome> {
    try {
      const client = await this.#connection.open();
      await client.query('SELECT pg_advisory_lock($1)', [SHARING_LOCK]);
      try {
        await demandOwnRun(client, request);
        return await this.#finish(client, request).catch((error: unknown) => {
          // Another run came in front meanwhile: this one has to write more than was foreseen.
          if (error instanceof NotAskedFor) return this.#finish(client, request, 'all');
          throw error;
        });
      } finally {
        // Where the connection is gone, so is the lock.
        await client.query('SELECT pg_advisory_unlock($1)', [SHARING_LOCK]).catch(() => undefined);
      }
    } catch (error) {
      this.#register.forget();
      const cause = this.#view.causeOf(this.#connection.causeOf(error));
      await Promise.all([this.#view.drop(), this.#connection.drop()]);
      throw cause;
    }
  }

  /** What is to be seen to once nobody waits: rows that no run needs any more. */
  settle(): void {
    this.#pruner.wake();
  }

  async #finish(client: pg.Client, request: RunRequest, followed?: 'all'): Promise<RunOutcome> {
    const { register, parts } = await this.#scored(client, request, followed);
    const { held, scores } = assemble(register, parts, dayOf(request.asOf));
    await publish(client, held, scores, request, this.#memory);
    const { count } = held.evidence.cadres;
    return { knownAt: held.knownAt, cadreCount: scores.rankedCount, rescored: count };
  }

  /** Everyone's results by partition, and the register that they belong to. */
  async #scored(
    client: pg.Client,
    request: RunRequest,
    followed?: 'all',
  ): Promise<{ register: Refreshed; parts: PartResult[] }> {
    const view = await this.#view.open();
    await view.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await view.query<{ snapshot: string }>(
      'SELECT pg_export_snapshot() AS snapshot',
    );
    const register = await this.#register.refresh(view);
    this.#memory.changed.note(register);
    const asked = { client, held: register, request };
    const people = followed ?? (await followUpsNeeded(asked, this.#memory));
    // The view stays open until everybody has handed over: whoever takes over sees the same.
    const parts = await partsOf(client, request, rows[0]?.snapshot ?? '', people);
    await view.query('COMMIT');
    return { register, parts };
  }
}
