import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { CSV_TYPE } from '../platform/csv/csv.js';
import { Answers, AnswersFile } from '../platform/http/openapi.js';
import { sendPieces } from '../platform/http/send-pieces.js';
import {
  runAsked,
  runList,
  runPath,
  runsQuery,
  type ScheduleBody,
  scheduleAnswer,
  scheduleBody,
  scheduleList,
  schedulePath,
} from './exports.dto.js';
import { RunsHistoryService } from './runs-history.service.js';
import { SchedulesService } from './schedules.service.js';

type SchedulePath = z.output<typeof schedulePath>;

/** CSV files for other offices, on schedules. */
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly schedules: SchedulesService,
    private readonly history: RunsHistoryService,
  ) {}

  @Allow('inspector')
  @Get()
  @Answers(
    scheduleList,
    'The schedules that the caller made, by name; all for whoever sees everybody.',
  )
  async list(@CallerScope() scope: Scope) {
    const rows = await this.schedules.list(scope);
    return { total: rows.length, rows };
  }

  @Allow('inspector')
  @Post()
  @Answers(scheduleAnswer, 'The new schedule.', 201)
  create(@Body({ schema: scheduleBody }) body: ScheduleBody, @CallerScope() scope: Scope) {
    return this.schedules.create(body, scope);
  }

  @Allow('inspector')
  @Get(':id')
  @Answers(scheduleAnswer, 'One schedule.')
  show(@Param({ schema: schedulePath }) { id }: SchedulePath, @CallerScope() scope: Scope) {
    return this.schedules.show(id, scope);
  }

  @Allow('inspector')
  @Put(':id')
  @Answers(scheduleAnswer, 'The schedule as it is now.')
  replace(
    @Param({ schema: schedulePath }) { id }: SchedulePath,
    @Body({ schema: scheduleBody }) body: ScheduleBody,
    @CallerScope() scope: Scope,
  ) {
    return this.schedules.replace(id, body, scope);
  }

  @Allow('inspector')
  @Delete(':id')
  @HttpCode(204)
  remove(@Param({ schema: schedulePath }) { id }: SchedulePath, @CallerScope() scope: Scope) {
    return this.schedules.remove(id, scope);
  }

  @Allow('inspector')
  @Post(':id/run')
  @HttpCode(202)
  @Answers(runAsked, 'The run that will write a file now.', 202)
  async run(@Param({ schema: schedulePath }) { id }: SchedulePath, @CallerScope() scope: Scope) {
    return { id: await this.schedules.run(id, scope) };
  }

  @Allow('inspector')
  @Get(':id/runs')
  @Answers(
    runList,
    'What was written and what was not, the latest first; of removed schedules too.',
  )
  runs(
    @Param({ schema: schedulePath }) { id }: SchedulePath,
    @Query({ schema: runsQuery }) { limit }: z.output<typeof runsQuery>,
    @CallerScope() scope: Scope,
  ) {
    return this.history.history(id, limit, scope);
  }

  @Allow('inspector')
  @Get('runs/:runId/file')
  @AnswersFile('The file that a run wrote.', 'text/csv')
  async file(
    @Param({ schema: runPath }) { runId }: z.output<typeof runPath>,
    @CallerScope() scope: Scope,
    @Res() response: Response,
  ) {
    const { name, content } = await this.history.file(runId, scope);
    response.attachment(name).type(CSV_TYPE);
    await sendPieces(response, content);
  }
}
