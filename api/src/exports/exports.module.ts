import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ContentsService, EXPORT_CONTENTS } from './contents/contents.service.js';
import type { ExportContent } from './contents/export-kinds.js';
import { FollowUpsContent } from './contents/follow-ups.content.js';
import { RankingsContent } from './contents/rankings.content.js';
import { UnitSummariesContent } from './contents/unit-summaries.content.js';
import { DueRunsService } from './due-runs.service.js';
import { ExportsController } from './exports.controller.js';
import { exportRunEntity, exportScheduleEntity } from './exports.entity.js';
import { RunWriterService } from './run-writer.service.js';
import { RunsHistoryService } from './runs-history.service.js';
import { SchedulesService } from './schedules.service.js';

@Module({
  imports: [
    ScoringModule,
    UnitsModule,
    FollowUpsModule,
    TypeOrmModule.forFeature([exportScheduleEntity, exportRunEntity]),
  ],
  controllers: [ExportsController],
  providers: [
    {
      provide: EXPORT_CONTENTS,
      useFactory: (...contents: ExportContent[]) => contents,
      inject: [RankingsContent, UnitSummariesContent, FollowUpsContent],
    },
    RankingsContent,
    UnitSummariesContent,
    FollowUpsContent,
    ContentsService,
    DueRunsService,
    RunWriterService,
    RunsHistoryService,
    SchedulesService,
  ],
})
export class ExportsModule {}
