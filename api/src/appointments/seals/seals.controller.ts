import { Controller, Get, Param } from '@nestjs/common';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import { type CasePath, casePath } from '../gate/gate.dto.js';
import { sealAnswer } from './seal.dto.js';
import { SealsService } from './seals.service.js';

@Controller('appointments')
export class SealsController {
  constructor(private readonly seals: SealsService) {}

  @Allow('inspector', 'service')
  @Get(':caseNo/seal')
  @Answers(sealAnswer, 'What was known when the case was decided, sealed and worked out again.')
  show(@CallerScope() scope: Scope, @Param({ schema: casePath }) { caseNo }: CasePath) {
    return this.seals.show(scope, caseNo);
  }
}
