import { Module } from '@nestjs/common';
import { CadresModule } from '../cadres/cadres.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { ContestedRecordService } from './statements/contested-record.service.js';
import { RepliesController } from './statements/replies.controller.js';
import { RepliesService } from './statements/replies.service.js';
import { StatementStore } from './statements/statement-store.service.js';

/** The right to be heard: what the person concerned replies and contests, and what follows. */
@Module({
  imports: [CadresModule, EvidenceModule, PoliciesModule, ScoringModule],
  controllers: [RepliesController],
  providers: [RepliesService, StatementStore, ContestedRecordService],
})
export class RepliesModule {}
