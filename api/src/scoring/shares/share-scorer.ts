import { dayOf } from '@probity/analytics';
import pg from 'pg';
import { WORK_CHANNEL } from '../../platform/processes/life-line.js';
import { HeldEvidence, type Refreshed } from '../load/held-evidence.js';
import { ScoreThreads } from '../threads/score-threads.js';
import type { ScoringThreadData, ShareRequest } from '../worker/messages.js';
import { ScoreCache } from '../worker/score-cache.js';
import { ThreadConnection } from '../worker/thread-connection.js';
import { inPartition } from './dealing.js';
import { packPart } from './part-result.js';

interface HeldPart {
  readonly evidence: HeldEvidence;
  readonly cache: ScoreCache;
}

/** Holds the columns of the partitions that this process has, and scores them when they are wanted. */
export class ShareScorer {
  readonly #connection: ThreadConnection;
  readonly #threads: ScoreThreads;
  #partitionCount = 0;
  #parts = new Map<number, HeldPart>();

  constructor({ database, threadCount }: ScoringThreadData) {
    this.#connection = new ThreadConnection(database);
    this.#threads = new ScoreThreads({ threadCount });
  }

  /** Scores the partitions that are wanted and hands the results over. */
  async share(request: ShareRequest): Promise<void> {
    const { runId, processId, snapshot, partitionCount, owned, parts } = request;
    this.#keep(owned, partitionCount);
    const client = await this.#connection.open();
    try {
      const held = new Map<number, Refreshed>();
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query(`SET TRANSACTION SNAPSHOT ${pg.escapeLiteral(snapshot)}`);
      for (const { number } of parts) {
        const { evidence, cache } = this.#part(number);
        const refreshed = await evidence.refresh(client);
        cache.touch(refreshed.touched);
        held.set(number, refreshed);
      }
      await client.query('COMMIT');
      for (const { number, wanted } of parts) {
        const refreshed = held.get(number);
        if (!refreshed) continue;
        const { cache } = this.#part(number);
        const { scores } = await cache.scores(refreshed, dayOf(wanted.asOf), wanted);
        const files = packPart(refreshed, scores, wanted.policy, wanted.followed);
        await client.query(
          `UPDATE partition_results SET scores = $4, follow_ups = $5
           WHERE run_id = $1 AND number = $2 AND snapshot = $3 AND scores IS NULL AND process_id = $6`,
          [runId, number, snapshot, bytesOf(files.scores), bytesOf(files.followUps), processId],
        );
      }
      await client.query('SELECT pg_notify($1, $2)', [WORK_CHANNEL, '']);
    } catch (error) {
      this.#parts.clear();
      const cause = this.#connection.causeOf(error);
      await this.#connection.drop();
      throw cause;
    }
  }

  /** Lets go of what other processes have now. */
  #keep(owned: readonly number[], partitionCount: number): void {
    if (partitionCount !== this.#partitionCount) this.#parts.clear();
    this.#partitionCount = partitionCount;
    for (const number of [...this.#parts.keys()]) {
      if (!owned.includes(number)) this.#parts.delete(number);
    }
  }

  #part(number: number): HeldPart {
    const known = this.#parts.get(number);
    if (known) return known;
    const only = inPartition(number, this.#partitionCount);
    const part = {
      evidence: new HeldEvidence(undefined, { people: only, records: true }),
      cache: new ScoreCache(this.#threads),
    };
    this.#parts.set(number, part);
    return part;
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
