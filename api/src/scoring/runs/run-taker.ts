import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Processes } from '../../platform/processes/processes.service.js';
import { RunsService } from '../runs.service.js';
import { RunMaker } from '../shares/run-maker.service.js';
import { RunStore } from './run-store.js';

/** Does the runs that are queued, and those whose process died over them. */
@Injectable()
export class RunTaker implements OnModuleInit {
  constructor(
    private readonly processes: Processes,
    private readonly runs: RunsService,
    private readonly store: RunStore,
    private readonly maker: RunMaker,
  ) {}

  onModuleInit(): void {
    this.processes.register(() => this.#look());
  }

  /** Does the oldest run that nobody is at, and then the next. A failure is told by the run itself. */
  async #look(): Promise<void> {
    if (await this.maker.leavesRuns()) return;
    const taken = await this.store.take(await this.processes.here());
    if (!taken) return;
    await this.runs.perform(taken.id, taken.asOf).catch(() => undefined);
    await this.processes.tell();
  }
}
