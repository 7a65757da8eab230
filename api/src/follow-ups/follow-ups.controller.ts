import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { AcceptedFormat, type AnswerFormat } from '../platform/http/answer-format.js';
import { Answers } from '../platform/http/openapi.js';
import { sendRows } from '../platform/http/send-rows.js';
import {
  type FollowUpsQuery,
  followUpsAnswer,
  followUpsQuery,
  summaryAnswer,
  summaryQuery,
} from './follow-ups.dto.js';
import { FollowUpsService } from './follow-ups.service.js';

@Controller('follow-ups')
export class FollowUpsController {
  constructor(private readonly followUps: FollowUpsService) {}

  @Allow('inspector', 'leader', 'service')
  @Get()
  @Answers(followUpsAnswer, 'Follow-ups by due date; also as text/csv and as an Arrow stream.')
  async list(
    @Query({ schema: followUpsQuery }) query: FollowUpsQuery,
    @CallerScope() scope: Scope,
    @AcceptedFormat(['json', 'csv', 'arrow']) format: AnswerFormat,
    @Res() response: Response,
  ) {
    if (format === 'json') response.json(await this.followUps.page(query, scope));
    else await sendRows(response, format, await this.followUps.file(query, scope));
  }

  @Allow('inspector', 'leader', 'service')
  @Get('summary')
  @Answers(summaryAnswer, 'How much is overdue and due, by kind and by week.')
  summary(
    @Query({ schema: summaryQuery }) query: z.output<typeof summaryQuery>,
    @CallerScope() scope: Scope,
  ) {
    return this.followUps.summary(query, scope);
  }
}
