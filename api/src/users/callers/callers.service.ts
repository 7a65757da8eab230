import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Callers } from '../../platform/access/callers.js';
import { demandSameSite } from '../../platform/access/same-site.js';
import { type Scope, systemScope, wholeScope } from '../../platform/access/scope.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { Problem } from '../../platform/errors/problem.js';
import { demandCsrfToken, sessionToken } from '../sessions/session-cookie.js';
import {
  type PresentSession,
  SETUP_SUBJECT,
  SessionsService,
} from '../sessions/sessions.service.js';
import { tokenNumberIn } from '../tokens/api-token.js';
import { CallingTokens } from '../tokens/calling-tokens.service.js';
import { BOOTSTRAP_SUBJECT, Bootstrap } from './bootstrap.service.js';
import { accountColumns, placeOf } from './caller-access.sql.js';
import { type AccessRow, scopeOfAccount } from './caller-scope.js';
import { badToken, bearerToken } from './credentials.js';

/** A request whose caller has been found out. */
export interface CalledRequest extends Request {
  scope?: Scope;
  /** Where the caller came with a session's cookie. */
  session?: PresentSession;
}

const setupOver = () =>
  new Problem(401, {
    code: 'setup-over',
    detail:
      'The session that set the product up is over, since an administrator has enrolled. Sign in with an account.',
  });

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Who is behind a request: a token, or an account's session. A token goes before a cookie. */
@Injectable()
export class CallersService extends Callers {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly bootstrap: Bootstrap,
    private readonly sessions: SessionsService,
    private readonly tokens: CallingTokens,
    private readonly database: ProductDatabase,
  ) {
    super();
  }

  async scopeOf(request: CalledRequest): Promise<Scope | undefined> {
    const token = bearerToken(request);
    if (token !== undefined) return this.#ofToken(token);
    const secret = sessionToken(request, this.config);
    if (secret === undefined) return undefined;
    // Pages poll for news; that alone must not keep a session from falling idle.
    const active = request.headers['x-background'] === undefined;
    const session = await this.sessions.find(secret, active);
    if (!session) {
      if (await this.sessions.wasOfSetup(secret)) throw setupOver();
      return undefined;
    }
    demandSameSite(request.method, request.headers, this.config.publicOrigin);
    if (!READING.has(request.method)) demandCsrfToken(request, secret);
    request.session = session;
    return session.scope;
  }

  async #ofToken(token: string): Promise<Scope> {
    if (this.bootstrap.knows(token)) {
      if (!(await this.bootstrap.isOver())) return wholeScope(BOOTSTRAP_SUBJECT);
      throw new Problem(401, {
        code: 'bootstrap-over',
        detail:
          'The bootstrap token is no longer taken, since an administrator has enrolled. Sign in, or use a token that an administrator made.',
      });
    }
    const scope = await this.tokens.scopeOf(token);
    if (!scope) throw badToken();
    return scope;
  }

  async scopeOfSubject(subject: string): Promise<Scope | undefined> {
    if ([BOOTSTRAP_SUBJECT, SETUP_SUBJECT, systemScope.subject].includes(subject)) {
      return (await this.bootstrap.isOver()) ? undefined : wholeScope(subject);
    }
    const token = tokenNumberIn(subject);
    if (token !== undefined) return this.tokens.scopeOfId(token);
    const [row] = await this.database.query<AccessRow>(
      `SELECT ${accountColumns('a', 'p')} FROM accounts a ${placeOf('a.unit_code', 'p')}
       WHERE a.name = $1 AND a.disabled_at IS NULL`,
      [subject],
    );
    return row && scopeOfAccount(row);
  }
}
