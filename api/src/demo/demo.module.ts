import { Module } from '@nestjs/common';
import { ConsequencesModule } from '../consequences/consequences.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { CheckedReports } from './checked-reports.service.js';
import { DemoController } from './demo.controller.js';
import { DemoService } from './demo.service.js';

@Module({
  imports: [ConsequencesModule, EvidenceModule, PoliciesModule],
  controllers: [DemoController],
  providers: [CheckedReports, DemoService],
})
export class DemoModule {}
