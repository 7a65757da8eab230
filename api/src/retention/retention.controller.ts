import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { Answers } from '../platform/http/openapi.js';
import { USUAL_ROWS } from '../platform/http/parameters.js';
import {
  type RemovalQuery,
  removalList,
  removalQuery,
  retentionPreview,
  runAnswer,
} from './retention.dto.js';
import { RetentionService } from './retention.service.js';

/** Records past the time for which the policy keeps them. */
@Controller('retention')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Allow('administrator')
  @Get('preview')
  @Answers(retentionPreview, 'What the next run would remove, by kind; nothing is removed.')
  preview() {
    return this.retention.preview();
  }

  @Allow('administrator')
  @Post('runs')
  @HttpCode(200)
  @Answers(runAnswer, 'What is past its time was removed, for good.')
  run(@CallerScope() scope: Scope) {
    return this.retention.run(scope.subject);
  }

  @Allow('administrator', 'auditor')
  @Get('removals')
  @Answers(removalList, 'What was removed so far, without content, the latest first.')
  removals(@Query({ schema: removalQuery }) query: RemovalQuery) {
    return this.retention.removals({ ...query, limit: query.limit ?? USUAL_ROWS });
  }
}
