import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { FirstImportsController } from './first-imports.controller.js';
import { FirstImportsService } from './first-imports.service.js';

@Module({
  imports: [EvidenceModule, PoliciesModule, ScoringModule],
  controllers: [FirstImportsController],
  providers: [FirstImportsService],
})
export class FirstImportsModule {}
