import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import { type Decision, decision, proposalAnswer } from '../../second-person/decisions.service.js';
import {
  mergeId,
  mergeList,
  mergePreview,
  type NewMerge,
  newMerge,
  type PairBody,
  pairBody,
} from './merges.dto.js';
import { MergesService } from './merges.service.js';

/** Two numbers of one person. */
@Controller('merges')
export class MergesController {
  constructor(private readonly merges: MergesService) {}

  @Allow('inspector')
  @Get()
  @Answers(mergeList, 'Numbers that were merged, the latest first.')
  list() {
    return this.merges.list();
  }

  @Allow('inspector')
  @Post('preview')
  @HttpCode(200)
  @Answers(mergePreview, 'What would pass to the kept number, and what stands in the way.')
  preview(@CallerScope() scope: Scope, @Body({ schema: pairBody }) body: PairBody) {
    return this.merges.preview(scope, body);
  }

  @Allow('inspector')
  @Post()
  @HttpCode(202)
  @Answers(proposalAnswer, 'Nothing changed yet: the merge waits for a second person.', 202)
  propose(@CallerScope() scope: Scope, @Body({ schema: newMerge }) body: NewMerge) {
    return this.merges.propose(scope, body);
  }

  @Allow('inspector')
  @Post(':id/split')
  @HttpCode(202)
  @Answers(proposalAnswer, 'Nothing changed yet: undoing the merge waits for a second person.', 202)
  split(
    @CallerScope() scope: Scope,
    @Param('id', { schema: mergeId }) id: number,
    @Body({ schema: decision }) { reason }: Decision,
  ) {
    return this.merges.proposeSplit(scope, id, reason);
  }
}
