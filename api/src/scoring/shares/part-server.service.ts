import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { Processes } from '../../platform/processes/processes.service.js';
import type { PartWanted } from '../worker/messages.js';
import { ProcessEnding } from '../worker/scoring-thread.service.js';
import { ConnectionLost } from '../worker/thread-connection.js';
import { ShareThread } from '../worker/threads.service.js';
import { Partitions } from './partitions.service.js';

interface WantedRow {
  readonly runId: number;
  readonly number: number;
  readonly snapshot: string;
  readonly wanted: PartWanted;
}

/** The partitions that were taken for a run. */
interface Taken {
  readonly runId: number;
  readonly processId: number;
  readonly snapshot: string;
  readonly numbers: readonly number[];
}

/** Has the partitions of this worker scored when a run wants them. */
@Injectable()
export class PartServer implements OnModuleInit {
  constructor(
    private readonly database: ProductDatabase,
    private readonly processes: Processes,
    private readonly partitions: Partitions,
    private readonly thread: ShareThread,
  ) {}

  onModuleInit(): void {
    if (this.processes.kind === 'worker') this.processes.register(() => this.#look());
  }

  async #look(): Promise<void> {
    const { owned, partitionCount } = await this.partitions.mine();
    const processId = await this.processes.here();
    const taken = await this.#take(owned, processId);
    // One snapshot is one state of everything, whichever run asked.
    for (const [snapshot, rows] of Map.groupBy(taken, (row) => row.snapshot)) {
      const parts = rows.map(({ number, wanted }) => ({ number, wanted }));
      const runId = rows[0]?.runId ?? 0;
      try {
        const share = { runId, processId, snapshot, partitionCount, owned, parts };
        await this.thread.ask('share', share);
      } catch (error) {
        const numbers = parts.map(({ number }) => number);
        await this.#giveUp({ runId, processId, snapshot, numbers }, error);
      }
    }
  }

  /** What is wanted of these partitions and not handed over, and was not taken by this process before. */
  async #take(owned: readonly number[], processId: number): Promise<WantedRow[]> {
    return this.database.query<WantedRow>(
      `UPDATE partition_results SET process_id = $1
       WHERE number = ANY($2) AND scores IS NULL AND error IS NULL AND process_id IS DISTINCT FROM $1
       RETURNING run_id AS "runId", number, snapshot, request AS wanted`,
      [processId, owned],
    );
  }

  /** Notes that partitions could not be scored, if they are still this process's. Where the connection was lost, they are wanted still. */
  async #giveUp(taken: Taken, error: unknown): Promise<void> {
    const { runId, processId, snapshot, numbers } = taken;
    // Whoever gets this process's partitions next has them scored.
    if (error instanceof ProcessEnding) throw error;
    const lost = error instanceof ConnectionLost;
    const message = error instanceof Error ? error.message : String(error);
    await this.database.query(
      `UPDATE partition_results SET error = $4, process_id = CASE WHEN $4::text IS NOT NULL THEN process_id END
       WHERE run_id = $1 AND snapshot = $2 AND number = ANY($3) AND scores IS NULL AND process_id = $5`,
      [runId, snapshot, numbers, lost ? null : message, processId],
    );
    await this.processes.tell();
  }
}
