import { Module } from '@nestjs/common';
import { ScoringModule } from '../scoring/scoring.module.js';
import { LeaderSummaryService } from './leader-summary.service.js';
import { UnitSummaryService } from './unit-summary.service.js';
import { UnitTalliesService } from './unit-tallies.service.js';
import { UnitsController } from './units.controller.js';
import { UnitsService } from './units.service.js';

@Module({
  imports: [ScoringModule],
  controllers: [UnitsController],
  providers: [UnitsService, UnitTalliesService, LeaderSummaryService, UnitSummaryService],
  exports: [UnitsService, UnitSummaryService],
})
export class UnitsModule {}
