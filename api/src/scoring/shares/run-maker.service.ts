import { Injectable } from '@nestjs/common';
import { Processes } from '../../platform/processes/processes.service.js';
import type { RunOutcome, RunRequest } from '../worker/messages.js';
import { ScoringThread } from '../worker/scoring-thread.service.js';
import { FinishingThread, ShareThread } from '../worker/threads.service.js';
import { Partitions } from './partitions.service.js';

/** Makes runs: with this process's own columns where it has everybody, else together with the other workers. */
@Injectable()
export class RunMaker {
  constructor(
    private readonly processes: Processes,
    private readonly partitions: Partitions,
    private readonly whole: ScoringThread,
    private readonly share: ShareThread,
    private readonly finishing: FinishingThread,
  ) {}

  /**
   * Whether this process leaves runs to another one: a server to workers, while there are any, and a worker
   * to the one that has the first partition, so that always the same one follows what has changed.
   */
  async leavesRuns(): Promise<boolean> {
    if (this.processes.kind === 'server') return (await this.processes.workers()).length > 0;
    return !(await this.partitions.mine()).owned.includes(0);
  }

  /** Has everyone scored and the run published. Throws where that fails. */
  async make(request: RunRequest): Promise<RunOutcome> {
    if (this.processes.kind === 'server') return this.whole.ask('run', request);
    if (await this.partitions.hasAll()) {
      await Promise.all([this.share.rest(), this.finishing.rest()]);
      return this.whole.ask('run', request);
    }
    // Of what this process held of everyone, others have their parts now.
    await this.whole.rest();
    await this.partitions.deal();
    return this.finishing.ask('finish', request);
  }
}
