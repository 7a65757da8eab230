import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { runAs } from '../../platform/access/current-scope.js';
import { demandSameSite } from '../../platform/access/same-site.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { enterUnder } from '../callers/audited-caller.js';
import type { SessionAnswer } from './session.dto.js';
import { SessionService } from './session.service.js';
import { giveCookie, sessionToken } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

/** What every way to sign in ends with: a new session in place of the one that the browser had. */
@Injectable()
export class SessionStart {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionsService,
    private readonly session: SessionService,
  ) {}

  /** Refuses (403) what a page of another site, or a name that isn't the product's, may be behind. */
  demandOwnSite({ method, headers }: Request): void {
    demandSameSite(method, headers, this.config.publicOrigin);
  }

  /** Gives the browser the session that `begin` returns the secret of, and says who is signed in now. */
  async start(
    request: Request,
    response: Response,
    begin: () => Promise<string>,
  ): Promise<SessionAnswer> {
    this.demandOwnSite(request);
    const token = await begin();
    const before = sessionToken(request, this.config);
    if (before !== undefined) await this.sessions.end(before);
    const present = await this.sessions.find(token, false);
    // Disabled in this very moment, say.
    if (!present) throw new Error('a session ended while it began');
    enterUnder(request, present.scope);
    giveCookie(response, token, this.config);
    return runAs(present.scope, () => this.session.describe(present.scope, token));
  }
}
