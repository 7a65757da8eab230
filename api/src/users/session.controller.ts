import { Controller, Get } from '@nestjs/common';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { Answers } from '../platform/http/openapi.js';
import { sessionAnswer } from './session.dto.js';
import { SessionService } from './session.service.js';

@Controller('session')
export class SessionController {
  constructor(private readonly session: SessionService) {}

  @Allow.signedIn()
  @Get()
  @Answers(sessionAnswer, 'Who asks, about whom they may ask, and what today is here.')
  show(@CallerScope() scope: Scope) {
    return this.session.describe(scope);
  }
}
