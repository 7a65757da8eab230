import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { Answers, AnswersFile } from '../../platform/http/openapi.js';
import { FreshnessService } from './freshness.service.js';
import { freshnessAnswer } from './runs.dto.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const awaited = z.strictObject({
  knownAt: z
    .string()
    .regex(INSTANT, { error: 'an instant as records give it: 2026-11-22T08:30:00.000000Z' }),
});

@Controller('freshness')
export class FreshnessController {
  constructor(private readonly freshness: FreshnessService) {}

  @Allow.signedIn()
  @Get()
  @Answers(freshnessAnswer, 'How fresh records and scores are.')
  read() {
    return this.freshness.read();
  }

  @Allow.signedIn()
  @Get('events')
  @AnswersFile(
    'Server-sent events: `scored`, once today’s scores know of what was recorded at the instant.',
    'text/event-stream',
  )
  async untilScored(
    @Query({ schema: awaited }) { knownAt }: z.output<typeof awaited>,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    await this.freshness.untilScored(knownAt, request, response);
  }
}
