import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { FindingMarksController } from './finding-marks/finding-marks.controller.js';
import { FindingMarksService } from './finding-marks/finding-marks.service.js';
import { DrawingService } from './random-checks/drawing.service.js';
import { PromotionJobs } from './random-checks/promotion-jobs.js';
import { RandomChecksController } from './random-checks/random-checks.controller.js';
import { RandomChecksService } from './random-checks/random-checks.service.js';
import { ProposingService } from './talks/proposing.service.js';
import { TalkJobs } from './talks/talk-jobs.js';
import { TalkProposalsController } from './talks/talk-proposals.controller.js';
import { TalkProposalsService } from './talks/talk-proposals.service.js';

/** What follows from records, for people to decide: proposed talks, marks of findings, random checks. */
@Module({
  imports: [PoliciesModule, ScoringModule],
  controllers: [TalkProposalsController, FindingMarksController, RandomChecksController],
  providers: [
    ProposingService,
    TalkJobs,
    TalkProposalsService,
    FindingMarksService,
    DrawingService,
    PromotionJobs,
    RandomChecksService,
  ],
  exports: [DrawingService, FindingMarksService, RandomChecksService],
})
export class ConsequencesModule {}
