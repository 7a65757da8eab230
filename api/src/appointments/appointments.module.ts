import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { BoardController } from './board/board.controller.js';
import { BoardService } from './board/board.service.js';
import { SummariesService } from './board/summaries.service.js';
import { CaseFilesService } from './cases/case-files.service.js';
import { DossierController } from './dossier/dossier.controller.js';
import { DossierService } from './dossier/dossier.service.js';
import { FilledPostsService } from './dossier/filled-posts.service.js';
import { LastClearService } from './dossier/last-clear.service.js';
import { GateController } from './gate/gate.controller.js';
import { GateService } from './gate/gate.service.js';
import { SealJobs } from './seals/seal-jobs.js';
import { SealingService } from './seals/sealing.service.js';
import { SealsController } from './seals/seals.controller.js';
import { SealsService } from './seals/seals.service.js';

@Module({
  imports: [CalendarsModule, PoliciesModule, ScoringModule],
  controllers: [BoardController, GateController, SealsController, DossierController],
  providers: [
    CaseFilesService,
    GateService,
    SealingService,
    SealJobs,
    SealsService,
    SummariesService,
    BoardService,
    DossierService,
    FilledPostsService,
    LastClearService,
  ],
})
export class AppointmentsModule {}
