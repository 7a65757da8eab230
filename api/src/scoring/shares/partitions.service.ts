import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { CONFIG, type Config } from '../../platform/config.js';
import type { Queryable } from '../../platform/database/database.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { rfc3339 } from '../../platform/instants.js';
import { Processes } from '../../platform/processes/processes.service.js';
import { type Dealt, deal } from './dealing.js';

/** Any number, the same in every process: partitions are dealt by one at a time. */
const DEALING_LOCK = 7_106_262;

/** A partition, who has it, and since when. */
interface HeldPartition extends Dealt {
  readonly since: string;
}

/** Which worker has which partition of the cadres. What a dead one had goes to the others within a second. */
@Injectable()
export class Partitions implements OnModuleInit {
  #counted = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: ProductDatabase,
    private readonly processes: Processes,
  ) {}

  onModuleInit(): void {
    if (this.processes.kind === 'worker') this.processes.register(() => this.deal());
  }

  /** All of them, by number. */
  list(): Promise<HeldPartition[]> {
    return this.database.query<HeldPartition>(
      `SELECT number, process_id AS "processId", ${rfc3339('since')} AS since FROM scoring_partitions ORDER BY number`,
    );
  }

  /** Whether this worker has them all, because it is the only one. */
  async hasAll(): Promise<boolean> {
    const here = await this.processes.here();
    return (await this.processes.workers()).every((id) => id === here);
  }

  /** The numbers of those that this process has, and how many there are. */
  async mine(): Promise<{ readonly owned: readonly number[]; readonly partitionCount: number }> {
    const [here, all] = await Promise.all([this.processes.here(), this.list()]);
    const owned = all.filter(({ processId }) => processId === here).map(({ number }) => number);
    return { owned, partitionCount: all.length };
  }

  /** Deals them out among the workers that live, where they are not. */
  async deal(): Promise<void> {
    if (this.#counted && isSame(await this.list(), await this.#wanted(this.database))) return;
    await this.database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [DEALING_LOCK]);
      if (!this.#counted) await this.#count(client);
      for (const { number, processId } of await this.#wanted(client)) {
        await client.query(
          `UPDATE scoring_partitions SET process_id = $2, since = clock_timestamp()
           WHERE number = $1 AND process_id IS DISTINCT FROM $2`,
          [number, processId],
        );
      }
    });
    this.#counted = true;
    await this.processes.tell();
  }

  /** As many as are configured where this worker was started last; the others keep to what is there. */
  async #count(client: PoolClient): Promise<void> {
    const count = this.config.scoringPartitions;
    await client.query('DELETE FROM scoring_partitions WHERE number >= $1', [count]);
    await client.query(
      `INSERT INTO scoring_partitions (number) SELECT generate_series(0, $1 - 1)
       ON CONFLICT DO NOTHING`,
      [count],
    );
  }

  async #wanted(database: Pick<Queryable, 'query'> | ProductDatabase): Promise<Dealt[]> {
    const found = await database.query<{ number: number; processId: number | null }>(
      `SELECT number, process_id AS "processId" FROM scoring_partitions ORDER BY number`,
    );
    return deal(Array.isArray(found) ? found : found.rows, await this.processes.workers());
  }
}

const isSame = (some: readonly Dealt[], others: readonly Dealt[]): boolean =>
  some.length === others.length &&
  some.every(
    ({ number, processId }, at) =>
      number === others[at]?.number && processId === others[at]?.processId,
  );
