import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { RecordsBody } from '../../platform/audit/operation.guard.js';
import { Problem } from '../../platform/errors/problem.js';
import { Answers } from '../../platform/http/openapi.js';
import type { CalledRequest } from '../callers/callers.service.js';
import { madeToken, type NewToken, newToken, tokenList, tokenPath } from './tokens.dto.js';
import { TokensService } from './tokens.service.js';

/** API tokens, for programs. */
@Controller('tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Allow.signedIn()
  @Get()
  @Answers(tokenList, 'Your own tokens; to an administrator, all. Never the tokens themselves.')
  async list(@CallerScope() scope: Scope) {
    const rows = await this.tokens.list(scope);
    return { total: rows.length, rows };
  }

  @Allow.signedIn()
  @RecordsBody('role', 'roles', 'unit', 'kinds', 'system', 'days')
  @Post()
  @Answers(madeToken, 'The token, shown this once.', 201)
  create(
    @Body({ schema: newToken }) body: NewToken,
    @CallerScope() scope: Scope,
    @Req() request: CalledRequest,
  ) {
    // A token could otherwise outlive itself, one copy after another.
    if (!request.session && !scope.roles.has('administrator')) {
      throw new Problem(403, {
        code: 'not-permitted',
        detail: "Sign in to make a token; a token makes others only with an administrator's role.",
      });
    }
    return this.tokens.create(body, scope);
  }

  @Allow.signedIn()
  @Delete(':id')
  @HttpCode(204)
  revoke(
    @Param({ schema: tokenPath }) { id }: z.output<typeof tokenPath>,
    @CallerScope() scope: Scope,
  ) {
    return this.tokens.revoke(id, scope);
  }
}
