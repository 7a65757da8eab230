import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import { CadresService } from '../../cadres/cadres.service.js';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { CallerLanguage } from '../../platform/http/language.js';
import { Answers } from '../../platform/http/openapi.js';
import { type PersonPath, personPath } from '../statements/replies.dto.js';
import { type SheetQuery, sheetAnswer, sheetQuery } from './sheet.dto.js';
import { SheetService } from './sheet.service.js';

@Controller('cadres/:staffNo/sheet')
export class SheetController {
  constructor(
    private readonly cadres: CadresService,
    private readonly sheets: SheetService,
  ) {}

  @Get()
  @Allow('inspector', 'service')
  @Answers(sheetAnswer, 'Why this score, as the person concerned is told it.')
  async show(
    @CallerScope() scope: Scope,
    @CallerLanguage() callers: Language,
    @Param({ schema: personPath }) { staffNo }: PersonPath,
    @Query({ schema: sheetQuery }) { asOf, language }: SheetQuery,
  ) {
    const cadreId = await this.cadres.idOf(scope, staffNo);
    return this.sheets.of({ scope, cadreId, staffNo }, asOf, language ?? callers);
  }
}
