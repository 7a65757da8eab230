import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { Answers } from '../../platform/http/openapi.js';
import type { CalledRequest } from '../callers/callers.service.js';
import { OwnSignIn } from './own-sign-in.service.js';
import {
  ownSessions,
  type PasswordChange,
  passwordChange,
  proof,
  recoveryCodes,
  sessionAnswer,
  sessionPath,
  totpConfirmation,
  totpSetup,
} from './session.dto.js';
import { SessionStart } from './session-start.service.js';

/** The ways in which the account that is signed in signs in. */
@Controller()
export class OwnSignInController {
  constructor(
    private readonly own: OwnSignIn,
    private readonly starting: SessionStart,
  ) {}

  @Allow.signedIn()
  @Put('session/password')
  @Answers(sessionAnswer, 'The password is changed; all sessions have ended, and a new one begun.')
  changePassword(
    @Body({ schema: passwordChange }) body: PasswordChange,
    @Req() request: CalledRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.starting.start(request, response, () => this.own.changePassword(body, request));
  }

  @Allow.signedIn()
  @Post('session/totp')
  @Answers(totpSetup, 'A second factor to be put into an authenticator, then confirmed.', 201)
  beginTotp(
    @Body({ schema: proof }) { password }: z.output<typeof proof>,
    @Req() request: CalledRequest,
  ) {
    return this.own.beginTotp(password, request);
  }

  @Allow.signedIn()
  @Put('session/totp')
  @Answers(recoveryCodes, 'The second factor is in force.')
  async confirmTotp(
    @Body({ schema: totpConfirmation }) { code }: z.output<typeof totpConfirmation>,
    @Req() request: CalledRequest,
  ) {
    return { recoveryCodes: await this.own.confirmTotp(code, request) };
  }

  @Allow.signedIn()
  @Delete('session/totp')
  @HttpCode(204)
  removeTotp(
    @Body({ schema: proof }) { password }: z.output<typeof proof>,
    @Req() request: CalledRequest,
  ) {
    return this.own.removeTotp(password, request);
  }

  @Allow.signedIn()
  @Get('sessions')
  @Answers(ownSessions, 'Your own sessions, the latest used first.')
  list(@Req() request: CalledRequest) {
    return this.own.list(request);
  }

  @Allow.signedIn()
  @Delete('sessions/:id')
  @HttpCode(204)
  end(
    @Param({ schema: sessionPath }) { id }: z.output<typeof sessionPath>,
    @Req() request: CalledRequest,
  ) {
    return this.own.end(id, request);
  }
}
