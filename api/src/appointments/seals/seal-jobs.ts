import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { EVIDENCE_COMMITTED } from '../../platform/database/commit-clock.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { SealingService } from './sealing.service.js';

/** Whose records a commit changed. */
interface Changed {
  readonly cadreIds: readonly number[] | 'all';
}

const APPOINTMENT_SEALS = 'appointment-seals';
const EVENTS_AT_ONCE = 100;

/** Decisions are sealed with the commit that brings them, or as soon as somebody is up again. */
@Injectable()
export class SealJobs implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly sealing: SealingService,
  ) {}

  onModuleInit(): void {
    for (const queue of [EVIDENCE_COMMITTED, APPOINTMENT_SEALS]) {
      this.jobs.register<Changed>({
        queue,
        // A history comes in many commits; their events are not to wait for one another.
        work: { batchSize: EVENTS_AT_ONCE },
        handle: ({ cadreIds }) => this.sealing.seal(cadreIds),
      });
    }
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.send(APPOINTMENT_SEALS, { cadreIds: 'all' });
  }
}
