import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { EVIDENCE_COMMITTED } from '../../platform/database/commit-clock.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { POLICY_CHANGED } from '../../policies/policies.service.js';
import { RunsService } from '../../scoring/runs.service.js';
import { type CommitOfMany, ProposingService } from './proposing.service.js';
import { decidingKinds } from './talk-candidates.sql.js';

const TALK_DAY = 'talk-day';
const DAY_SECONDS = 86_400;

/** What a commit changed, and about whom. */
interface Changed extends CommitOfMany {
  readonly kinds: readonly string[];
  readonly cadreIds: readonly number[] | 'all';
}

/** Rules are asked again with every commit that can make them hold or not, with every policy, and each day. */
@Injectable()
export class TalkJobs implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly proposing: ProposingService,
    private readonly runs: RunsService,
  ) {}

  onModuleInit(): void {
    this.jobs.register<Changed>({
      queue: EVIDENCE_COMMITTED,
      handle: async ({ kinds, cadreIds, ...commit }) => {
        if (!kinds.some((kind) => decidingKinds.includes(kind))) return;
        if (cadreIds === 'all') await this.#rankingFirst();
        await this.proposing.propose(cadreIds, commit);
      },
    });
    for (const queue of [POLICY_CHANGED, TALK_DAY]) {
      this.jobs.register({
        queue,
        handle: async () => {
          await this.#rankingFirst();
          await this.proposing.propose('all');
        },
      });
    }
  }

  /** Of very many people the ranking comes first: somebody may be waiting for that, and it says itself where it fails. */
  async #rankingFirst(): Promise<void> {
    if (await this.runs.hasRecords())
      await this.runs.bringUpToDate(this.runs.today()).catch(() => undefined);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.schedule(TALK_DAY, '1 0 * * *', {}, { tz: this.config.timeZone });
    // Commits and policies are heard of by themselves: what a start found today, the next one would.
    const options = { singletonKey: await this.proposing.round(), singletonSeconds: DAY_SECONDS };
    await this.jobs.send(TALK_DAY, {}, options);
  }
}
