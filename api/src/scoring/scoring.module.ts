import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { SmallCellsService } from './leaders/small-cells.service.js';
import { UnitTreeService } from './load/unit-tree.service.js';
import { PublishedFollowUpsService } from './published-follow-ups.service.js';
import { PublishedScoresService } from './published-scores.service.js';
import { DistributionService } from './rankings/distribution.service.js';
import { MainReasonsService } from './rankings/main-reasons.service.js';
import { RankingWindowsService } from './rankings/ranking-windows.service.js';
import { RankingsController } from './rankings/rankings.controller.js';
import { RankingsService } from './rankings/rankings.service.js';
import { ReplayService } from './replay.service.js';
import { FreshnessController } from './runs/freshness.controller.js';
import { FreshnessService } from './runs/freshness.service.js';
import { KeptPositions } from './runs/kept-positions.service.js';
import { RunJobs } from './runs/run-jobs.js';
import { RunPartsService } from './runs/run-parts.service.js';
import { RunPlacesService } from './runs/run-places.service.js';
import { RunStore } from './runs/run-store.js';
import { RunTaker } from './runs/run-taker.js';
import { RunsController } from './runs/runs.controller.js';
import { RunsService } from './runs.service.js';
import { PartServer } from './shares/part-server.service.js';
import { Partitions } from './shares/partitions.service.js';
import { ProcessesController } from './shares/processes.controller.js';
import { RunMaker } from './shares/run-maker.service.js';
import { RemovedPeople } from './snapshot/removed-people.service.js';
import { ScoringThread } from './worker/scoring-thread.service.js';
import { FinishingThread, ShareThread } from './worker/threads.service.js';

/** Scores: runs over everyone, replays of a few, and the rankings read from them. */
@Module({
  imports: [PoliciesModule],
  controllers: [RunsController, FreshnessController, RankingsController, ProcessesController],
  providers: [
    FreshnessService,
    PublishedFollowUpsService,
    PublishedScoresService,
    RunsService,
    RunStore,
    RunJobs,
    KeptPositions,
    RunPartsService,
    RunTaker,
    RunPlacesService,
    ScoringThread,
    ShareThread,
    FinishingThread,
    Partitions,
    PartServer,
    RunMaker,
    RemovedPeople,
    UnitTreeService,
    ReplayService,
    RankingsService,
    RankingWindowsService,
    DistributionService,
    MainReasonsService,
    SmallCellsService,
  ],
  exports: [
    SmallCellsService,
    PublishedFollowUpsService,
    PublishedScoresService,
    RunsService,
    ReplayService,
    RankingsService,
    DistributionService,
    UnitTreeService,
  ],
})
export class ScoringModule {}
