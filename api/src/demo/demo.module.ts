import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { DemoController } from './demo.controller.js';
import { DemoService } from './demo.service.js';

@Module({
  imports: [EvidenceModule, PoliciesModule],
  controllers: [DemoController],
  providers: [DemoService],
})
export class DemoModule {}
