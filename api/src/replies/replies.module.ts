import { Module } from '@nestjs/common';
import { CadresModule } from '../cadres/cadres.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { MarksModule } from '../marks/marks.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { HeardController } from './links/heard.controller.js';
import { HeardService } from './links/heard.service.js';
import { LinksController } from './links/links.controller.js';
import { LinksService } from './links/links.service.js';
import { SheetController } from './sheet/sheet.controller.js';
import { SheetService } from './sheet/sheet.service.js';
import { SignOffsController } from './sign-offs/sign-offs.controller.js';
import { SignOffsService } from './sign-offs/sign-offs.service.js';
import { ContestedRecordService } from './statements/contested-record.service.js';
import { RepliesController } from './statements/replies.controller.js';
import { RepliesService } from './statements/replies.service.js';
import { StatementStore } from './statements/statement-store.service.js';

/** The right to be heard: what the person concerned is told, replies and contests, and what follows. */
@Module({
  imports: [
    CadresModule,
    CalendarsModule,
    EvidenceModule,
    FollowUpsModule,
    MarksModule,
    PoliciesModule,
    ScoringModule,
  ],
  controllers: [
    RepliesController,
    LinksController,
    HeardController,
    SheetController,
    SignOffsController,
  ],
  providers: [
    RepliesService,
    StatementStore,
    ContestedRecordService,
    LinksService,
    HeardService,
    SheetService,
    SignOffsService,
  ],
})
export class RepliesModule {}
