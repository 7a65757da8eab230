import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Processes } from '../../platform/processes/processes.service.js';
import { RunsService } from '../runs.service.js';
import { RunStore } from './run-store.js';

/** Does the runs that are queued, and those whose process died over them. */
@Injectable()
export class RunTaker implements OnModuleInit {
  #busy = false;

  constructor(
    private readonly processes: Processes,
    private readonly runs: RunsService,
    private readonly store: RunStore,
  ) {}

  onModuleInit(): void {
    this.processes.register(() => this.#look());
  }

  /** Begins with the oldest run that nobody is at, and goes on until there is none. */
  async #look(): Promise<void> {
    if (this.#busy || (await this.runs.leavesToWorkers())) return;
    const taken = await this.store.take(await this.processes.here());
    if (!taken) return;
    this.#busy = true;
    // Not waited for: the next look has other things to see to. A failure is told by the run itself.
    void this.runs
      .perform(taken.id, taken.asOf)
      .catch(() => undefined)
      .finally(() => {
        this.#busy = false;
        void this.processes.tell().catch(() => undefined);
      });
  }
}
