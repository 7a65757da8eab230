import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { CallerLanguage } from '../../platform/http/language.js';
import { Answers } from '../../platform/http/openapi.js';
import { type PersonPath, personPath } from '../statements/replies.dto.js';
import { type NewSignOff, newSignOff, signOffAnswer, signOffList } from './sign-offs.dto.js';
import { SignOffsService } from './sign-offs.service.js';

@Controller('cadres/:staffNo/sign-offs')
export class SignOffsController {
  constructor(private readonly signOffs: SignOffsService) {}

  @Get()
  @Allow('inspector', 'service')
  @Answers(signOffList, 'Who signed off beside a high band, on which score, and what follows.')
  list(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Param({ schema: personPath }) { staffNo }: PersonPath,
  ) {
    return this.signOffs.list(scope, staffNo, language);
  }

  @Post()
  @Allow('inspector')
  @Answers(signOffAnswer, 'The sign-off.', 201)
  sign(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Param({ schema: personPath }) { staffNo }: PersonPath,
    @Body({ schema: newSignOff }) body: NewSignOff,
  ) {
    return this.signOffs.sign(scope, staffNo, body, language);
  }
}
