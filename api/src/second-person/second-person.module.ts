import { Module } from '@nestjs/common';
import { Decisions } from './decisions.service.js';
import { ProposalsController } from './proposals.controller.js';
import { Proposals } from './proposals.service.js';

/** What takes two people: one proposes, another one decides. */
@Module({
  controllers: [ProposalsController],
  providers: [Decisions, Proposals],
  exports: [Decisions, Proposals],
})
export class SecondPersonModule {}
