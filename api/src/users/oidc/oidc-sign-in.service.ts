import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { Problem } from '../../platform/errors/problem.js';
import { noteRefusal } from '../callers/audited-caller.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { OidcFlow } from './oidc-flow.js';
import { OidcProvider, type ProviderAccount } from './oidc-provider.service.js';

interface Found {
  readonly id: number;
  readonly name: string;
  readonly disabled: boolean;
}

const refused = () =>
  new Problem(401, {
    code: 'sign-in-refused',
    detail:
      'Signing in with the identity provider did not work. Try again, or ask an administrator.',
  });

/** Signing in with the identity provider. It makes no accounts: an administrator does, and says how the provider calls them. */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly database: ProductDatabase,
    private readonly provider: OidcProvider,
    private readonly sessions: SessionsService,
  ) {}

  /** Begins a session for whoever the provider sent back. Returns its secret. Throws 401. */
  async signIn(flow: OidcFlow | undefined, request: Request): Promise<string> {
    if (!flow) return refuse(request, 'no-oidc-flow');
    const given = await this.provider.finish(request, flow).catch((error: unknown) => {
      return refuse(request, `oidc ${codeOf(error)}`);
    });
    const account = (await this.#known(given)) ?? (await this.#firstTime(given));
    if (!account) return refuse(request, 'unknown-account');
    if (account.disabled) return refuse(request, 'disabled', account.name);
    return this.sessions.begin(account.id, request);
  }

  async #known({ subject }: ProviderAccount): Promise<Found | undefined> {
    const [found] = await this.database.query<Found>(
      'SELECT id, name, disabled_at IS NOT NULL AS disabled FROM accounts WHERE oidc_subject = $1',
      [subject],
    );
    return found;
  }

  /** Ties the account that an administrator meant to the provider's, if it is exactly one. */
  async #firstTime({ subject, names }: ProviderAccount): Promise<Found | undefined> {
    const [found] = await this.database.query<Found>(
      `UPDATE accounts SET oidc_subject = $1
       WHERE oidc_subject IS NULL AND disabled_at IS NULL AND oidc_name = ANY($2)
         AND (SELECT count(*) FROM accounts WHERE oidc_name = ANY($2)) = 1
       RETURNING id, name, false AS disabled`,
      [subject, names],
    );
    return found;
  }
}

function refuse(request: Request, reason: string, name?: string): never {
  noteRefusal(request, reason, name);
  throw refused();
}

/** What went wrong, in the protocol's words; never a message, which may quote what is secret. */
function codeOf(error: unknown): string {
  const { error: told, code } = error as { error?: unknown; code?: unknown };
  for (const word of [told, code]) {
    if (typeof word === 'string' && /^[\w-]{1,60}$/.test(word)) return word;
  }
  return 'failed';
}
