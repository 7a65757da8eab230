import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { conflict, notFound } from '../../platform/errors/problem.js';
import type { LinkAnswer } from '../accounts/accounts.dto.js';
import { digestOf, newSecret } from '../callers/secret.js';

/** How long links are good: those that an administrator hands out, and those that a start prints. */
const HANDED_OUT_HOURS = 72;
const PRINTED_HOURS = 24;

interface NewLink {
  readonly accountId: number | null;
  readonly withoutTotp: boolean;
  readonly hours: number;
  readonly madeBy: string;
}

/** One-time links to sign in by. The secret stands behind the `#`, so that it reaches no server's log. */
@Injectable()
export class LinksService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: ProductDatabase,
  ) {}

  /** A link for an account to set its password by; earlier ones are void. 404 without, 409 for a disabled account. */
  async makeFor(
    accountId: number,
    withoutTotp: boolean,
    scope: Scope,
    request: Request,
  ): Promise<LinkAnswer> {
    const [account] = await this.database.query<{ disabled: boolean }>(
      'SELECT disabled_at IS NOT NULL AS disabled FROM accounts WHERE id = $1',
      [accountId],
    );
    if (!account) throw notFound('such account');
    if (account.disabled)
      throw conflict('This account is disabled. Enable it first.', 'account-disabled');
    await this.database.query(
      'DELETE FROM sign_in_links WHERE account_id = $1 AND redeemed_at IS NULL',
      [accountId],
    );
    const { token, expiresAt } = await this.#make({
      accountId,
      withoutTotp,
      hours: HANDED_OUT_HOURS,
      madeBy: scope.subject,
    });
    return { token, expiresAt, url: this.urlOf(token, `http://${request.headers.host}`) };
  }

  /** A link to set the product up with, as long as no administrator has enrolled. Returns its secret. */
  async makeForSetup(madeBy: string): Promise<string> {
    const made = await this.#make({
      accountId: null,
      withoutTotp: false,
      hours: PRINTED_HOURS,
      madeBy,
    });
    return made.token;
  }

  /** A link for the one account of that name, which also takes a lost second factor away; undefined where there is none, or it is disabled. */
  async makeForRecovery(name: string, madeBy: string): Promise<string | undefined> {
    const [account] = await this.database.query<{ id: number }>(
      'SELECT id FROM accounts WHERE name = $1 AND disabled_at IS NULL',
      [name],
    );
    if (!account) return undefined;
    const made = await this.#make({
      accountId: account.id,
      withoutTotp: true,
      hours: PRINTED_HOURS,
      madeBy,
    });
    return made.token;
  }

  /** The address to open; `origin` is where the product is if it has no public address. */
  urlOf(token: string, origin: string): string {
    return `${this.config.publicOrigin ?? origin}/sign-in#${token}`;
  }

  async #make({ accountId, withoutTotp, hours, madeBy }: NewLink) {
    const token = newSecret();
    const { expires_at: expires } = await this.database.one<{ expires_at: string }>(
      `INSERT INTO sign_in_links (token_hash, account_id, without_totp, made_by, expires_at)
       VALUES ($1, $2, $3, $4, now() + $5 * interval '1 hour') RETURNING expires_at`,
      [digestOf(token), accountId, withoutTotp, madeBy, hours],
    );
    return { token, expiresAt: new Date(expires).toISOString() };
  }
}
