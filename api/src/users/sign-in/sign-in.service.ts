import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { fieldProblem, Problem } from '../../platform/errors/problem.js';
import { noteRefusal } from '../callers/audited-caller.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { foldedName } from './account-name.js';
import { type AccountSecrets, rememberAddress, secretsOf } from './account-secrets.js';
import { countedAddress } from './client-address.js';
import { Passwords } from './passwords.service.js';
import { SlowDown } from './slow-down.service.js';
import { Totp } from './totp.service.js';

/** What somebody gives to sign in. */
export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/** One answer, whatever was wrong: nobody learns from it which accounts there are. */
const refused = () =>
  new Problem(401, {
    code: 'sign-in-refused',
    detail:
      'Name, password or code is wrong. If you have set up an authenticator, give its present code too.',
  });

/** Signing in by name and password, and proving again who one is. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: ProductDatabase,
    private readonly passwords: Passwords,
    private readonly totp: Totp,
    private readonly slowDown: SlowDown,
    private readonly sessions: SessionsService,
  ) {}

  /** Begins a session and returns its secret. Throws 401 (one and the same for every cause) or 429. */
  async signIn(given: Credentials, request: Request): Promise<string> {
    const name = foldedName(given.name);
    const address = countedAddress(request.ip ?? '');
    const account = await secretsOf(this.database, { name }, address);
    const attempt = await this.#attempt(name, address, account, request);
    const wrong = await this.#wrongWith(account, given);
    if (wrong !== undefined || !account) {
      noteRefusal(request, wrong ?? 'unknown-account', account?.name);
      throw refused();
    }
    await attempt.succeeded();
    await rememberAddress(this.database, account.id, address);
    return this.sessions.begin(account.id, request);
  }

  /** Has an account that is signed in prove itself by its password. Throws 403 or 429. */
  async confirm(accountId: number, password: string, request: Request): Promise<AccountSecrets> {
    const address = countedAddress(request.ip ?? '');
    const account = await secretsOf(this.database, { id: accountId }, address);
    const name = account?.name ?? '';
    const attempt = await this.#attempt(name, address, account, request);
    if (!(await this.passwords.matches(account?.password_hash, password)) || !account) {
      throw fieldProblem(403, 'wrong-password', {
        parameter: 'password',
        detail: 'password: this is not your present password',
        code: 'wrong-password',
      });
    }
    await attempt.succeeded();
    return account;
  }

  async #attempt(
    name: string,
    address: string,
    account: AccountSecrets | undefined,
    request: Request,
  ) {
    try {
      return await this.slowDown.attempt(name, address, account?.known ?? false);
    } catch (error) {
      if (error instanceof Problem) noteRefusal(request, 'too-many-attempts', account?.name);
      throw error;
    }
  }

  /** What is wrong, for the audit log alone; undefined where all is right. A password is compared in every case. */
  async #wrongWith(account: AccountSecrets | undefined, given: Credentials) {
    const right = await this.passwords.matches(account?.password_hash, given.password);
    if (!account) return 'unknown-account';
    if (!right) return account.password_hash === null ? 'no-password' : 'wrong-password';
    if (account.disabled_at !== null) return 'disabled';
    if (account.totp_secret === null) return undefined;
    if (given.code === undefined) return 'no-code';
    const used = await this.totp.use(account.id, account.totp_secret, given.code);
    return used ? undefined : 'wrong-code';
  }
}
