import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { Answers } from '../platform/http/openapi.js';
import { USUAL_ROWS } from '../platform/http/parameters.js';
import { Decisions } from './decisions.service.js';
import {
  type Decision,
  decision,
  type ProposalQuery,
  proposalAnswer,
  proposalId,
  proposalList,
  proposalQuery,
} from './proposals.dto.js';

/** What somebody proposed, about people or as a draft of the policy, and a second person's word on it. */
@Controller('proposals')
export class ProposalsController {
  constructor(private readonly decisions: Decisions) {}

  @Allow('inspector', 'administrator', 'approver')
  @Get()
  @Answers(
    proposalList,
    'What was proposed, the oldest first: drafts of the policy to administrators and approvers of the whole tree; merges, splits and erasures as far as you see whom they are about.',
  )
  list(@CallerScope() scope: Scope, @Query({ schema: proposalQuery }) query: ProposalQuery) {
    return this.decisions.list(scope, { ...query, limit: query.limit ?? USUAL_ROWS });
  }

  @Allow('approver')
  @Post(':id/approve')
  @HttpCode(200)
  @Answers(proposalAnswer, 'What was proposed was carried out.')
  approve(
    @CallerScope() scope: Scope,
    @Param('id', { schema: proposalId }) id: number,
    @Body({ schema: decision }) { reason }: Decision,
  ) {
    return this.decisions.approve(scope, id, reason);
  }

  @Allow('inspector', 'administrator', 'approver')
  @Post(':id/decline')
  @HttpCode(200)
  @Answers(proposalAnswer, 'What was proposed was declined, or taken back; nothing changed.')
  decline(
    @CallerScope() scope: Scope,
    @Param('id', { schema: proposalId }) id: number,
    @Body({ schema: decision }) { reason }: Decision,
  ) {
    return this.decisions.decline(scope, id, reason);
  }
}
