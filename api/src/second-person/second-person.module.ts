import { Module } from '@nestjs/common';
import { Proposals } from './proposals.service.js';

/** What takes two people: one proposes, another one decides. */
@Module({
  providers: [Proposals],
  exports: [Proposals],
})
export class SecondPersonModule {}
