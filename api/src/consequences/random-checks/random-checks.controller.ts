import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import { DrawingService } from './drawing.service.js';
import {
  check,
  checkPath,
  checksAnswer,
  type NewCheck,
  newCheck,
  type PeopleQuery,
  peopleAnswer,
  peopleQuery,
} from './random-checks.dto.js';
import { RandomChecksService } from './random-checks.service.js';

type CheckPath = z.output<typeof checkPath>;

/** The yearly random check of personal-matter reports: docs/random-check.md says how lots are drawn. */
@Controller('random-checks')
export class RandomChecksController {
  constructor(
    private readonly checks: RandomChecksService,
    private readonly drawing: DrawingService,
  ) {}

  @Allow('inspector', 'service')
  @Get()
  @Answers(checksAnswer, 'The draws, each with its seed.')
  async list(@CallerScope() scope: Scope) {
    return { rows: await this.checks.list(scope) };
  }

  @Allow('inspector')
  @Post()
  @Answers(check, 'Lots were drawn; whoever was drawn is to be checked.', 201)
  async draw(@CallerScope() scope: Scope, @Body({ schema: newCheck }) body: NewCheck) {
    return this.checks.find(scope, await this.drawing.draw(scope, body));
  }

  @Allow('inspector', 'service')
  @Get(':id')
  @Answers(check, 'One draw.')
  find(@CallerScope() scope: Scope, @Param({ schema: checkPath }) { id }: CheckPath) {
    return this.checks.find(scope, id);
  }

  @Allow('inspector', 'service')
  @Get(':id/people')
  @Answers(peopleAnswer, 'Everybody whose lot was drawn, and who joined for a promotion.')
  people(
    @CallerScope() scope: Scope,
    @Param({ schema: checkPath }) { id }: CheckPath,
    @Query({ schema: peopleQuery }) query: PeopleQuery,
  ) {
    return this.checks.people(scope, id, query);
  }
}
