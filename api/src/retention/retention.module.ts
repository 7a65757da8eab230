import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { SecondPersonModule } from '../second-person/second-person.module.js';
import { ErasuresController } from './erasures.controller.js';
import { ErasuresService } from './erasures.service.js';
import { RetentionController } from './retention.controller.js';
import { RetentionService } from './retention.service.js';

/** How long records are kept, and what goes after that. */
@Module({
  imports: [PoliciesModule, ScoringModule, SecondPersonModule],
  controllers: [RetentionController, ErasuresController],
  providers: [RetentionService, ErasuresService],
})
export class RetentionModule {}
