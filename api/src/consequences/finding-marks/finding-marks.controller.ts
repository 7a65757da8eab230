import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import { type MarksQuery, marksAnswer, marksQuery } from './finding-marks.dto.js';
import { FindingMarksService } from './finding-marks.service.js';

@Controller('finding-marks')
export class FindingMarksController {
  constructor(private readonly marks: FindingMarksService) {}

  @Allow('inspector', 'service')
  @Get()
  @Answers(marksAnswer, 'Audit findings that recur, or that a failed return visit reopened.')
  list(@CallerScope() scope: Scope, @Query({ schema: marksQuery }) query: MarksQuery) {
    return this.marks.list(scope, query);
  }
}
