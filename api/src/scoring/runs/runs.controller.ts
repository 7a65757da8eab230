import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { Answers } from '../../platform/http/openapi.js';
import { USUAL_ROWS } from '../../platform/http/parameters.js';
import { RunJobs } from './run-jobs.js';
import { RunStore } from './run-store.js';
import {
  newRun,
  type RunsQuery,
  runAnswer,
  runCreated,
  runList,
  runPath,
  runsQuery,
} from './runs.dto.js';

@Controller('scoring/runs')
export class RunsController {
  constructor(
    private readonly store: RunStore,
    private readonly jobs: RunJobs,
  ) {}

  @Allow('inspector', 'administrator')
  @Post()
  @HttpCode(202)
  @Answers(runCreated, 'The run is queued.', 202)
  async create(@Body({ schema: newRun }) { asOf }: z.output<typeof newRun>) {
    return { id: await this.jobs.request(asOf) };
  }

  @Allow('inspector', 'administrator', 'service')
  @Get()
  @Answers(runList, 'Runs, the latest first.')
  list(@Query({ schema: runsQuery }) { asOf, offset, limit }: RunsQuery) {
    return this.store.list(asOf, offset, limit ?? USUAL_ROWS);
  }

  @Allow('inspector', 'administrator', 'service')
  @Get('latest')
  @Answers(runAnswer, 'The run that was published last.')
  latest() {
    return this.store.latest();
  }

  @Allow('inspector', 'administrator', 'service')
  @Get(':id')
  @Answers(runAnswer, 'One run.')
  show(@Param({ schema: runPath }) { id }: z.output<typeof runPath>) {
    return this.store.find(id);
  }
}
