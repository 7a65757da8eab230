import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { AcceptedFormat, type AnswerFormat } from '../platform/http/answer-format.js';
import { Answers } from '../platform/http/openapi.js';
import { sendRows } from '../platform/http/send-rows.js';
import { UnitSummaryService } from './unit-summary.service.js';
import {
  type SummariesQuery,
  type SummaryQuery,
  summariesAnswer,
  summariesQuery,
  summaryAnswer,
  summaryQuery,
  type UnitPath,
  type UnitsQuery,
  unitNamesAnswer,
  unitPath,
  unitsAnswer,
  unitsQuery,
} from './units.dto.js';
import { UnitsService } from './units.service.js';

@Controller('units')
export class UnitsController {
  constructor(
    private readonly summary: UnitSummaryService,
    private readonly units: UnitsService,
  ) {}

  @Allow('inspector', 'leader', 'service')
  @Get()
  @Answers(unitsAnswer, 'The unit tree in pre-order, with how many people each subtree has.')
  list(@CallerScope() scope: Scope, @Query({ schema: unitsQuery }) query: UnitsQuery) {
    return this.summary.list(scope, query);
  }

  @Allow('inspector', 'leader', 'service', 'administrator')
  @Get('names')
  @Answers(unitNamesAnswer, 'The unit tree in pre-order, without anything about its people.')
  async names(@CallerScope() scope: Scope) {
    return { rows: await this.units.names(scope) };
  }

  @Allow('inspector', 'leader', 'service')
  @Get('summaries')
  @Answers(summariesAnswer, 'One row for each unit; also as text/csv and as an Arrow stream.')
  async summaries(
    @CallerScope() scope: Scope,
    @Query({ schema: summariesQuery }) query: SummariesQuery,
    @AcceptedFormat(['json', 'csv', 'arrow']) format: AnswerFormat,
    @Res() response: Response,
  ) {
    if (format === 'json') response.json(await this.summary.summaries(scope, query));
    else await sendRows(response, format, await this.summary.file(scope, query));
  }

  @Allow('inspector', 'leader', 'service')
  @Get(':code/summary')
  @Answers(
    summaryAnswer,
    'A unit: its people counted, over time, against its parts, and what is late.',
  )
  show(
    @CallerScope() scope: Scope,
    @Param({ schema: unitPath }) { code }: UnitPath,
    @Query({ schema: summaryQuery }) query: SummaryQuery,
  ) {
    return this.summary.summarise(scope, code, query);
  }
}
