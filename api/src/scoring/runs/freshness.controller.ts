import { Controller, Get } from '@nestjs/common';
import { Allow } from '../../platform/access/allow.js';
import { Answers } from '../../platform/http/openapi.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { RunsService } from '../runs.service.js';
import { RunStore } from './run-store.js';
import { type FreshnessAnswer, freshnessAnswer } from './runs.dto.js';

@Controller('freshness')
export class FreshnessController {
  constructor(
    private readonly runs: RunsService,
    private readonly store: RunStore,
    private readonly policies: PoliciesService,
  ) {}

  /** Reads what is there; unlike other reads it starts no scoring, so that it may be asked often. */
  @Allow.signedIn()
  @Get()
  @Answers(freshnessAnswer, 'How fresh records and scores are.')
  async read(): Promise<FreshnessAnswer> {
    const [recordsUpTo, run, current] = await Promise.all([
      this.store.recordsUpTo(),
      this.store.published(this.runs.today()),
      this.policies.currentVersion(),
    ]);
    return {
      recordsUpTo,
      scoredAt: run?.publishedAt ?? null,
      knownAt: run?.knownAt ?? null,
      policyVersion: run?.policyVersion ?? current,
      stale: run === undefined || !this.runs.isFresh(run, current),
    };
  }
}
