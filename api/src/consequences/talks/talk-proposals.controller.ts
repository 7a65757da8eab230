import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import type { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { CallerLanguage } from '../../platform/http/language.js';
import { Answers } from '../../platform/http/openapi.js';
import {
  type Acceptance,
  acceptance,
  numberPath,
  type ProposalsQuery,
  proposalHistory,
  proposalsAnswer,
  proposalsQuery,
  type Refusal,
  refusal,
} from './talk-proposals.dto.js';
import { TalkProposalsService } from './talk-proposals.service.js';

type NumberPath = z.output<typeof numberPath>;

/** Talks that rules propose. Nothing happens to anybody before an inspector has accepted one. */
@Controller('talk-proposals')
export class TalkProposalsController {
  constructor(private readonly proposals: TalkProposalsService) {}

  @Allow('inspector', 'service')
  @Get()
  @Answers(proposalsAnswer, 'Talks that rules propose, with the reason and the record behind each.')
  list(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Query({ schema: proposalsQuery }) query: ProposalsQuery,
  ) {
    return this.proposals.list(scope, query, language);
  }

  @Allow('inspector', 'service')
  @Get(':number')
  @Answers(proposalHistory, 'One proposed talk with what became of it.')
  find(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Param({ schema: numberPath }) { number }: NumberPath,
  ) {
    return this.proposals.find(scope, number, language);
  }

  @Allow('inspector')
  @Post(':number/accept')
  @HttpCode(200)
  @Answers(proposalHistory, 'The talk is agreed to, and is a follow-up until it is held.')
  accept(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Param({ schema: numberPath }) { number }: NumberPath,
    @Body({ schema: acceptance }) body: Acceptance,
  ) {
    return this.proposals.accept(scope, number, body, language);
  }

  @Allow('inspector')
  @Post(':number/decline')
  @HttpCode(200)
  @Answers(proposalHistory, 'The talk is declined, or called off; it is not proposed again.')
  decline(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Param({ schema: numberPath }) { number }: NumberPath,
    @Body({ schema: refusal }) body: Refusal,
  ) {
    return this.proposals.decline(scope, number, body, language);
  }
}
