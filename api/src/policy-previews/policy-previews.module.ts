import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { PolicyPreviewController } from './policy-preview.controller.js';
import { PolicyPreviewService } from './policy-preview.service.js';

/** What a policy would change before it is one: versions on one side, everyone's scores on the other. */
@Module({
  imports: [PoliciesModule, ScoringModule],
  controllers: [PolicyPreviewController],
  providers: [PolicyPreviewService],
})
export class PolicyPreviewsModule {}
