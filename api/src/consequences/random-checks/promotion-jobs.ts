import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EVIDENCE_COMMITTED } from '../../platform/database/commit-clock.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { DrawingService } from './drawing.service.js';

/** Whoever comes up for promotion after a draw is checked as well. */
@Injectable()
export class PromotionJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly drawing: DrawingService,
  ) {}

  onModuleInit(): void {
    this.jobs.register<{ readonly kinds: readonly string[] }>({
      queue: EVIDENCE_COMMITTED,
      handle: async ({ kinds }) => {
        if (kinds.includes('appointment-case')) await this.drawing.join();
      },
    });
  }
}
