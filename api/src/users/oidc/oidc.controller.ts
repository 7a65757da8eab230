import { Controller, Get, Inject, Logger, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/access/allow.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Problem } from '../../platform/errors/problem.js';
import { noteRefusal } from '../callers/audited-caller.js';
import { SessionStart } from '../sessions/session-start.service.js';
import { Sealing } from '../sign-in/sealing.js';
import { keepFlow, takeFlow } from './oidc-flow.js';
import { OidcProvider } from './oidc-provider.service.js';
import { OidcSignIn } from './oidc-sign-in.service.js';

/** Pages that a browser passes through on its way to the identity provider and back. */
@Controller('session/oidc')
export class OidcController {
  readonly #logger = new Logger('Oidc');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly provider: OidcProvider,
    private readonly signingIn: OidcSignIn,
    private readonly starting: SessionStart,
    private readonly sealing: Sealing,
  ) {}

  @Allow.anyone()
  @Get()
  @ApiExcludeEndpoint()
  async begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    this.starting.demandOwnSite(request);
    try {
      const { url, flow } = await this.provider.begin(request);
      keepFlow(response, flow, this.config, this.sealing);
      response.redirect(303, url.href);
    } catch (error) {
      if (error instanceof Problem) throw error;
      this.#logger.warn({ err: error }, 'the identity provider does not answer');
      noteRefusal(request, 'provider-unreachable');
      back(response, 503, '/sign-in#provider-unreachable');
    }
  }

  @Allow.anyone()
  @Get('return')
  @ApiExcludeEndpoint()
  async return(@Req() request: Request, @Res() response: Response): Promise<void> {
    const flow = takeFlow(request, response, this.config, this.sealing);
    try {
      await this.starting.start(request, response, () => this.signingIn.signIn(flow, request));
    } catch (error) {
      if (!(error instanceof Problem) || error.getStatus() !== 401) throw error;
      back(response, 401, '/sign-in#provider-refused');
      return;
    }
    // What the page then asks for comes from our own site, so the Strict cookie goes along.
    back(response, 200, '/');
  }
}

/** Sends a browser on, by a page: a redirect could carry no status that says what happened. */
function back(response: Response, status: number, to: string): void {
  response
    .status(status)
    .type('html')
    .send(`<!doctype html><meta http-equiv="refresh" content="0;url=${to}"><a href="${to}">…</a>`);
}
