import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { AsProduct } from '../../platform/access/current-scope.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { EVIDENCE_COMMITTED } from '../../platform/database/commit-clock.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { Processes } from '../../platform/processes/processes.service.js';
import { POLICY_CHANGED } from '../../policies/policies.service.js';
import { RunsService } from '../runs.service.js';
import { RunStore } from './run-store.js';

const SCORING_DAY = 'scoring-day';

/** What makes runs without anyone reading: requests, new records, a new policy, a new day. */
@Injectable()
export class RunJobs implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly processes: Processes,
    private readonly runs: RunsService,
    private readonly store: RunStore,
  ) {}

  onModuleInit(): void {
    // Several commits in a row need one run: what a job finds up to date it leaves alone.
    for (const queue of [EVIDENCE_COMMITTED, POLICY_CHANGED, SCORING_DAY]) {
      this.jobs.register({ queue, handle: () => this.runs.bringUpToDate(this.runs.today()) });
    }
  }

  /** A new day has its run from its first minute; what came while nobody was up is scored at once. */
  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.schedule(SCORING_DAY, '0 0 * * *', {}, { tz: this.config.timeZone });
    if (await this.store.recordsUpTo()) await this.jobs.send(SCORING_DAY, {});
  }

  /** Queues a run as of a day (`YYYY-MM-DD`), today where not given. Answers with its number. */
  @AsProduct()
  async request(asOf: string = this.runs.today()): Promise<number> {
    const runId = await this.store.queue(asOf);
    await this.processes.tell();
    return runId;
  }
}
