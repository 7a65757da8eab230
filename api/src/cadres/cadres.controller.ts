import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { CallerLanguage } from '../platform/http/language.js';
import { Answers } from '../platform/http/openapi.js';
import { type RecordsQuery, recordsAnswer, recordsQuery } from './cadre-records.dto.js';
import { CadreRecordsService } from './cadre-records.service.js';
import {
  type HistoryQuery,
  historyAnswer,
  historyQuery,
  type ScoreQuery,
  scoreAnswer,
  scoreQuery,
} from './cadre-score.dto.js';
import { CadreScoreService } from './cadre-score.service.js';
import {
  type CadrePath,
  cadreAnswer,
  cadrePath,
  type SearchQuery,
  searchAnswer,
  searchQuery,
} from './cadres.dto.js';
import { CadresService } from './cadres.service.js';

@Controller('cadres')
export class CadresController {
  constructor(
    private readonly cadres: CadresService,
    private readonly scores: CadreScoreService,
    private readonly records: CadreRecordsService,
  ) {}

  @Allow('inspector', 'service')
  @Get()
  @Answers(searchAnswer, 'People by name or number, an exact number first.')
  search(@CallerScope() scope: Scope, @Query({ schema: searchQuery }) query: SearchQuery) {
    return this.cadres.search(scope, query);
  }

  @Allow('inspector', 'service')
  @Get(':staffNo')
  @Answers(cadreAnswer, 'The facts about a person, with postings and other offices’ numbers.')
  find(@CallerScope() scope: Scope, @Param({ schema: cadrePath }) { staffNo }: CadrePath) {
    return this.cadres.find(scope, staffNo);
  }

  @Allow('inspector', 'service')
  @Get(':staffNo/score')
  @Answers(scoreAnswer, 'A person’s score with every line that it is the sum of.')
  score(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Param({ schema: cadrePath }) { staffNo }: CadrePath,
    @Query({ schema: scoreQuery }) query: ScoreQuery,
  ) {
    return this.scores.explain(scope, staffNo, query, language);
  }

  @Allow('inspector', 'service')
  @Get(':staffNo/history')
  @Answers(historyAnswer, 'A person’s score at the month ends before the date, by replay.')
  history(
    @CallerScope() scope: Scope,
    @Param({ schema: cadrePath }) { staffNo }: CadrePath,
    @Query({ schema: historyQuery }) query: HistoryQuery,
  ) {
    return this.scores.history(scope, staffNo, query);
  }

  @Allow('inspector', 'service')
  @Get(':staffNo/records')
  @Answers(recordsAnswer, 'What was recorded about a person, in all versions.')
  dossier(
    @CallerScope() scope: Scope,
    @Param({ schema: cadrePath }) { staffNo }: CadrePath,
    @Query({ schema: recordsQuery }) query: RecordsQuery,
  ) {
    return this.records.list(scope, staffNo, query);
  }
}
