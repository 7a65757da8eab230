import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import { type ClosingQuery, closingAnswer, closingQuery } from './closing.dto.js';
import { ClosingService } from './closing.service.js';

/** How a follow-up is closed by hand. */
@Controller('records')
export class ClosingController {
  constructor(private readonly closings: ClosingService) {}

  @Allow('inspector')
  @Get('closing')
  @Answers(closingAnswer, 'The form that closes a follow-up: which fields of which record.')
  closing(
    @CallerScope() scope: Scope,
    @Query({ schema: closingQuery }) query: ClosingQuery,
  ): Promise<unknown> {
    return this.closings.of(scope, query);
  }
}
