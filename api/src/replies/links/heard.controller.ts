import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import type { Scope } from '../../platform/access/scope.js';
import { CallerLanguage } from '../../platform/http/language.js';
import { Answers } from '../../platform/http/openapi.js';
import { newText, type OwnStatement, ownStatement, withdrawal } from '../statements/replies.dto.js';
import { HeardService, scopeOf } from './heard.service.js';
import { heardAnswer, ownView } from './links.dto.js';
import type { OpenedLink } from './links.service.js';

/** The header that carries a link's token: out of addresses, which are kept in histories and logs. */
const LINK = 'probity-link';

const refPath = z.strictObject({ ref: z.string().max(50) });
type RefPath = z.output<typeof refPath>;

interface LinkRequest extends Request {
  scope?: Scope;
}

/** What a link opens for the one person it is about. Anyone may ask; the link's token decides. */
@Controller('heard')
export class HeardController {
  constructor(private readonly heard: HeardService) {}

  @Get()
  @Allow.anyone()
  @Answers(
    heardAnswer,
    'The sheet of whom the link (header Probity-Link) is about, and their statements.',
  )
  async read(
    @Req() request: LinkRequest,
    @Headers(LINK) token: string | undefined,
    @CallerLanguage() language: Language,
  ) {
    return this.heard.read(await this.#open(request, token, true), language);
  }

  @Post('replies')
  @Allow.anyone()
  @Answers(ownView, 'The statement as it was filed.', 201)
  async file(
    @Req() request: LinkRequest,
    @Headers(LINK) token: string | undefined,
    @Body({ schema: ownStatement }) body: OwnStatement,
  ) {
    return this.heard.file(await this.#open(request, token), body);
  }

  @Put('replies/:ref')
  @Allow.anyone()
  @Answers(ownView, 'The statement with its new text.')
  async supersede(
    @Req() request: LinkRequest,
    @Headers(LINK) token: string | undefined,
    @Param({ schema: refPath }) { ref }: RefPath,
    @Body({ schema: newText }) { text }: z.output<typeof newText>,
  ) {
    return this.heard.supersede(await this.#open(request, token), ref, text);
  }

  @Post('replies/:ref/withdraw')
  @HttpCode(200)
  @Allow.anyone()
  @Answers(ownView, 'The statement, withdrawn.')
  async withdraw(
    @Req() request: LinkRequest,
    @Headers(LINK) token: string | undefined,
    @Param({ schema: refPath }) { ref }: RefPath,
    @Body({ schema: withdrawal }) { reason }: z.output<typeof withdrawal>,
  ) {
    return this.heard.withdraw(await this.#open(request, token), ref, reason);
  }

  /** Opens the link, and lets the audit log say through which link, whose, and issued by whom. */
  async #open(request: LinkRequest, token = '', looked = false): Promise<OpenedLink> {
    const link = await this.heard.open(token, looked);
    request.scope = scopeOf(link);
    // The log takes the person from here where the answer itself names nobody.
    request.params.staffNo = link.staffNo;
    return link;
  }
}
