import { Inject, Injectable } from '@nestjs/common';
import { type Scope, systemScope } from '../../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { UnitsService } from '../../units/units.service.js';
import { BOOTSTRAP_SUBJECT } from '../callers/bootstrap.service.js';
import type { SessionAnswer } from './session.dto.js';
import { csrfToken } from './session-cookie.js';
import { SETUP_SUBJECT } from './sessions.service.js';

/** Who the caller is to the product. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: ProductDatabase,
    private readonly units: UnitsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The caller's name, roles and scope, with what today is here; `token` is that of the session, if it is one. */
  async describe(scope: Scope, token?: string): Promise<SessionAnswer> {
    const [top] = scope.units ? await this.units.tree(scope) : [];
    return {
      name: scope.subject,
      roles: [...scope.roles],
      scope: { unitCode: scope.unitCode ?? top?.code ?? null, unitName: top?.name ?? null },
      kinds: scope.kinds ? [...scope.kinds] : null,
      mayApprove: scope.mayApprove,
      setup: [BOOTSTRAP_SUBJECT, SETUP_SUBJECT].includes(scope.subject),
      account: await this.#account(scope.accountId),
      csrfToken: token === undefined ? null : csrfToken(token),
      demo: await this.#demonstrates(),
      today: dateIn(this.config.timeZone),
      timeZone: this.config.timeZone,
    };
  }

  async #account(id: number | undefined): Promise<SessionAnswer['account']> {
    if (id === undefined) return null;
    const [account] = await this.database.query<NonNullable<SessionAnswer['account']>>(
      `SELECT id, display_name AS "displayName", password_hash IS NOT NULL AS password,
         totp_secret IS NOT NULL AS totp, oidc_subject IS NOT NULL AS oidc
       FROM accounts WHERE id = $1`,
      [id],
    );
    return account ?? null;
  }

  /** Whether there is demonstration data: the one thing that the product imports by itself. */
  async #demonstrates(): Promise<boolean> {
    const { demo } = await this.database.one<{ demo: boolean }>(
      `SELECT EXISTS (SELECT FROM imports WHERE subject = $1 AND status = 'committed') AS demo`,
      [systemScope.subject],
    );
    return demo;
  }
}
