import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { CallerLanguage } from '../../platform/http/language.js';
import { Answers } from '../../platform/http/openapi.js';
import { type CasePath, casePath, type GateQuery, gateAnswer, gateQuery } from './gate.dto.js';
import { GateService } from './gate.service.js';

@Controller('appointments')
export class GateController {
  constructor(private readonly gates: GateService) {}

  @Allow('inspector', 'service')
  @Get(':caseNo/gate')
  @Answers(gateAnswer, 'Whether the candidate may be appointed, with every reason against it.')
  ask(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Param({ schema: casePath }) { caseNo }: CasePath,
    @Query({ schema: gateQuery }) query: GateQuery,
  ) {
    return this.gates.ask(scope, caseNo, query, language);
  }
}
