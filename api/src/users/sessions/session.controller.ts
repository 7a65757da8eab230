import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Answers } from '../../platform/http/openapi.js';
import { Bootstrap } from '../callers/bootstrap.service.js';
import type { CalledRequest } from '../callers/callers.service.js';
import { Redeeming } from '../links/redeeming.service.js';
import { passwordLength } from '../sign-in/passwords.service.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import {
  type Credentials,
  credentials,
  type RedemptionBody,
  redemption,
  sessionAnswer,
  waysAnswer,
} from './session.dto.js';
import { SessionService } from './session.service.js';
import { takeCookie } from './session-cookie.js';
import { SessionStart } from './session-start.service.js';
import { SessionsService } from './sessions.service.js';

/** Signing in and out, and who is signed in. */
@Controller('session')
export class SessionController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly session: SessionService,
    private readonly sessions: SessionsService,
    private readonly starting: SessionStart,
    private readonly signingIn: SignInService,
    private readonly redeeming: Redeeming,
    private readonly bootstrap: Bootstrap,
  ) {}

  @Allow.anyone()
  @Get('ways')
  @Answers(waysAnswer, 'Which ways to sign in there are.')
  async ways() {
    const setup = !(await this.bootstrap.isOver());
    return { password: true, oidc: this.config.oidc !== undefined, setup, passwordLength };
  }

  @Allow.signedIn()
  @Get()
  @Answers(sessionAnswer, 'Who asks, about whom they may ask, and what today is here.')
  show(@CallerScope() scope: Scope, @Req() { session }: CalledRequest) {
    return this.session.describe(scope, session?.token);
  }

  @Allow.anyone()
  @Post()
  @HttpCode(200)
  @Answers(sessionAnswer, 'Signed in; the session is in the cookie.')
  signIn(
    @Body({ schema: credentials }) body: Credentials,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.starting.start(request, response, () => this.signingIn.signIn(body, request));
  }

  @Allow.anyone()
  @Post('link')
  @HttpCode(200)
  @Answers(sessionAnswer, 'Signed in by a one-time link, which is used up now.')
  redeem(
    @Body({ schema: redemption }) body: RedemptionBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.starting.start(request, response, () => this.redeeming.redeem(body, request));
  }

  @Allow.signedIn()
  @Delete()
  @HttpCode(204)
  async signOut(
    @Req() { session }: CalledRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (!session) return;
    await this.sessions.end(session.token);
    takeCookie(response, this.config);
  }
}
