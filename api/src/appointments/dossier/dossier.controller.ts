import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { CallerLanguage } from '../../platform/http/language.js';
import { Answers } from '../../platform/http/openapi.js';
import { type CasePath, casePath } from '../gate/gate.dto.js';
import { type DossierQuery, dossierAnswer, dossierQuery } from './dossier.dto.js';
import { DossierService } from './dossier.service.js';

@Controller('appointments')
export class DossierController {
  constructor(private readonly dossiers: DossierService) {}

  @Allow('inspector', 'service')
  @Get(':caseNo')
  @Answers(dossierAnswer, 'A case: its gate, its four reviews, opinions counted, and deadlines.')
  show(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Param({ schema: casePath }) { caseNo }: CasePath,
    @Query({ schema: dossierQuery }) { asOf }: DossierQuery,
  ) {
    return this.dossiers.show(scope, caseNo, asOf, language);
  }
}
