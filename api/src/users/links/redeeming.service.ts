import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { Problem } from '../../platform/errors/problem.js';
import { noteRefusal } from '../callers/audited-caller.js';
import { anyoneEnrolled } from '../callers/caller-access.sql.js';
import { digestOf } from '../callers/secret.js';
import { endAllSessions, SessionsService } from '../sessions/sessions.service.js';
import { rememberAddress } from '../sign-in/account-secrets.js';
import { countedAddress } from '../sign-in/client-address.js';
import { Passwords } from '../sign-in/passwords.service.js';
import { SlowDown } from '../sign-in/slow-down.service.js';
import { Totp } from '../sign-in/totp.service.js';

/** What comes with the secret of a link. */
export interface Redemption {
  readonly token: string;
  readonly password?: string | undefined;
  readonly code?: string | undefined;
}

interface LinkRow {
  readonly id: number;
  readonly account_id: number | null;
  readonly name: string;
  readonly totp_secret: Buffer | null;
  readonly without_totp: boolean;
}

/** What makes a link good now; `l` is the link, `a` its account, if it has one. */
const good = `l.redeemed_at IS NULL AND l.expires_at > now()
  AND CASE WHEN l.account_id IS NULL THEN NOT ${anyoneEnrolled} ELSE a.disabled_at IS NULL END`;

const refused = () =>
  new Problem(401, {
    code: 'bad-link',
    detail: 'This link is not known here, was used already, or is too old. Ask for a new one.',
  });

/** Redeems one-time links, each once, however many try at the same time. */
@Injectable()
export class Redeeming {
  constructor(
    private readonly database: ProductDatabase,
    private readonly passwords: Passwords,
    private readonly totp: Totp,
    private readonly slowDown: SlowDown,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Begins a session and returns its secret. A link of an account needs the password to be set from
   * now on, and a code where a second factor stays; without them it is refused (400) and stays good.
   * Throws 401 where the link is not good, or no longer.
   */
  async redeem(given: Redemption, request: Request): Promise<string> {
    const [link] = await this.database.query<LinkRow>(
      `SELECT l.id, l.account_id, a.name, a.totp_secret, l.without_totp
       FROM sign_in_links l LEFT JOIN accounts a ON a.id = l.account_id
       WHERE l.token_hash = $1 AND ${good}`,
      [digestOf(given.token)],
    );
    if (!link) {
      noteRefusal(request, 'bad-link');
      throw refused();
    }
    if (link.account_id === null) {
      await this.#take(link, null, request);
    } else {
      const address = countedAddress(request.ip ?? '');
      const password = this.#newPassword(link, given);
      await this.#demandCode(link, link.account_id, given.code, request);
      await this.#take(link, await this.passwords.hash(password), request);
      await rememberAddress(this.database, link.account_id, address);
    }
    return this.sessions.begin(link.account_id, request);
  }

  #newPassword({ name }: LinkRow, { password }: Redemption): string {
    if (password === undefined) {
      throw new Problem(400, {
        code: 'password-wanted',
        parameter: 'password',
        account: name,
        detail: `password: give the password that ${name} shall sign in with from now on`,
      });
    }
    this.passwords.demandGood(password, name);
    return password;
  }

  async #demandCode(link: LinkRow, accountId: number, code: string | undefined, request: Request) {
    if (link.totp_secret === null || link.without_totp) return;
    const address = countedAddress(request.ip ?? '');
    const attempt = await this.slowDown.attempt(link.name, address, false);
    if (code === undefined || !(await this.totp.use(accountId, link.totp_secret, code))) {
      noteRefusal(request, code === undefined ? 'no-code' : 'wrong-code', link.name);
      throw new Problem(400, {
        code: 'code-wanted',
        parameter: 'code',
        account: link.name,
        detail: "code: give the present code of this account's authenticator",
      });
    }
    await attempt.succeeded();
  }

  /** Uses the link up, and with it sets the password, ends all sessions and voids other links. */
  async #take(link: LinkRow, passwordHash: string | null, request: Request): Promise<void> {
    await this.database.transaction(async (client) => {
      const { rowCount } = await client.query(
        `UPDATE sign_in_links l SET redeemed_at = now()
         FROM sign_in_links m LEFT JOIN accounts a ON a.id = m.account_id
         WHERE l.id = $1 AND m.id = l.id AND ${good} RETURNING l.id`,
        [link.id],
      );
      if (rowCount !== 1) {
        noteRefusal(request, 'bad-link', link.account_id === null ? undefined : link.name);
        throw refused();
      }
      if (link.account_id === null) return;
      await client.query(
        `UPDATE accounts SET password_hash = $2, password_changed_at = now()
           ${link.without_totp ? ", totp_secret = NULL, totp_pending = NULL, totp_step = NULL, recovery_hashes = '{}'" : ''}
         WHERE id = $1`,
        [link.account_id, passwordHash],
      );
      await client.query(
        'DELETE FROM sign_in_links WHERE account_id = $1 AND redeemed_at IS NULL',
        [link.account_id],
      );
      await endAllSessions(client, link.account_id);
    });
  }
}
