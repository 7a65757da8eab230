import { Module } from '@nestjs/common';
import { ConsequencesModule } from '../consequences/consequences.module.js';
import { MarksModule } from '../marks/marks.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { CadreRecordsService } from './cadre-records.service.js';
import { CadreScoreService } from './cadre-score.service.js';
import { CadresController } from './cadres.controller.js';
import { CadresService } from './cadres.service.js';

@Module({
  imports: [ScoringModule, MarksModule, ConsequencesModule],
  controllers: [CadresController],
  providers: [CadresService, CadreScoreService, CadreRecordsService],
  exports: [CadresService, CadreScoreService, CadreRecordsService],
})
export class CadresModule {}
