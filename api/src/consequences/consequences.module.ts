import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { ProposingService } from './talks/proposing.service.js';
import { TalkJobs } from './talks/talk-jobs.js';
import { TalkProposalsController } from './talks/talk-proposals.controller.js';
import { TalkProposalsService } from './talks/talk-proposals.service.js';

/** What follows from records, for people to decide: talks that rules propose. */
@Module({
  imports: [PoliciesModule, ScoringModule],
  controllers: [TalkProposalsController],
  providers: [ProposingService, TalkJobs, TalkProposalsService],
})
export class ConsequencesModule {}
