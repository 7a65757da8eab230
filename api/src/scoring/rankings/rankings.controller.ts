import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { AcceptedFormat, type AnswerFormat } from '../../platform/http/answer-format.js';
import { CallerLanguage } from '../../platform/http/language.js';
import { Answers } from '../../platform/http/openapi.js';
import { sendRows } from '../../platform/http/send-rows.js';
import { DistributionService } from './distribution.service.js';
import {
  type DistributionQuery,
  distributionAnswer,
  distributionQuery,
  type RankingsQuery,
  rankingsAnswer,
  rankingsQuery,
} from './rankings.dto.js';
import { RankingsService } from './rankings.service.js';

@Controller('rankings')
export class RankingsController {
  constructor(
    private readonly rankings: RankingsService,
    private readonly distributions: DistributionService,
  ) {}

  @Allow('inspector', 'service')
  @Get()
  @Answers(rankingsAnswer, 'People by score; also as text/csv and as an Arrow stream.')
  async list(
    @Query({ schema: rankingsQuery }) query: RankingsQuery,
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @AcceptedFormat(['json', 'csv', 'arrow']) format: AnswerFormat,
    @Res() response: Response,
  ) {
    if (format === 'json') response.json(await this.rankings.page(query, scope, language));
    else await sendRows(response, format, await this.rankings.file(query, scope, language));
  }

  @Allow('inspector', 'service')
  @Get('distribution')
  @Answers(distributionAnswer, 'How the scores of a unit lie.')
  distribution(
    @Query({ schema: distributionQuery }) query: DistributionQuery,
    @CallerScope() scope: Scope,
  ) {
    return this.distributions.answer(query, scope);
  }
}
