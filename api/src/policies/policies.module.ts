import { Module } from '@nestjs/common';
import { SecondPersonModule } from '../second-person/second-person.module.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesService } from './policies.service.js';
import { PolicyDrafts } from './policy-drafts.service.js';

@Module({
  imports: [SecondPersonModule],
  controllers: [PoliciesController],
  providers: [PoliciesService, PolicyDrafts],
  exports: [PoliciesService, PolicyDrafts],
})
export class PoliciesModule {}
