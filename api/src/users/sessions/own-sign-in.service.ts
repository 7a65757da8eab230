import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { conflict, notFound, Problem } from '../../platform/errors/problem.js';
import type { CalledRequest } from '../callers/callers.service.js';
import { Passwords } from '../sign-in/passwords.service.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import { Totp, type TotpSetup } from '../sign-in/totp.service.js';
import type { PasswordChange } from './session.dto.js';
import { endAllSessions, SessionsService } from './sessions.service.js';

/** How an account itself changes the ways it signs in. Only a session may; a token stands for a program. */
@Injectable()
export class OwnSignIn {
  constructor(
    private readonly database: ProductDatabase,
    private readonly passwords: Passwords,
    private readonly signingIn: SignInService,
    private readonly totp: Totp,
    private readonly sessions: SessionsService,
  ) {}

  /** Changes the password and ends every session, this one too. Returns the secret of a new one. */
  async changePassword(body: PasswordChange, request: CalledRequest): Promise<string> {
    const id = accountOf(request);
    const { name } = await this.signingIn.confirm(id, body.present, request);
    this.passwords.demandGood(body.password, name);
    const hash = await this.passwords.hash(body.password);
    await this.database.transaction(async (client) => {
      await client.query(
        'UPDATE accounts SET password_hash = $2, password_changed_at = now() WHERE id = $1',
        [id, hash],
      );
      await endAllSessions(client, id);
    });
    return this.sessions.begin(id, request);
  }

  /** Begins to set a second factor up; the one in force stays until a code of the new one is given. */
  async beginTotp(password: string, request: CalledRequest): Promise<TotpSetup> {
    const { id, name } = await this.signingIn.confirm(accountOf(request), password, request);
    return this.totp.begin(id, name);
  }

  /** Puts the second factor in force. Returns the recovery codes. */
  confirmTotp(code: string, request: CalledRequest): Promise<string[]> {
    return this.totp.confirm(accountOf(request), code);
  }

  /** Takes the second factor away. */
  async removeTotp(password: string, request: CalledRequest): Promise<void> {
    const { id, totp_secret } = await this.signingIn.confirm(accountOf(request), password, request);
    if (totp_secret === null)
      throw conflict('There is no second factor to remove.', 'no-second-factor');
    await this.totp.remove(id);
  }

  /** The account's sessions, as its own list shows them. */
  async list(request: CalledRequest) {
    const rows = await this.sessions.list(accountOf(request));
    return {
      total: rows.length,
      rows: rows.map((row) => ({
        id: row.id,
        present: row.id === request.session?.id,
        startedAt: new Date(row.started_at).toISOString(),
        seenAt: new Date(row.seen_at).toISOString(),
        address: row.address,
        agent: row.agent,
      })),
    };
  }

  /** Ends one of the account's sessions. */
  async end(id: number, request: CalledRequest): Promise<void> {
    if (!(await this.sessions.endOwn(accountOf(request), id))) throw notFound('such session');
  }
}

function accountOf({ session }: Request & Pick<CalledRequest, 'session'>): number {
  const id = session?.scope.accountId;
  if (id !== undefined) return id;
  throw new Problem(403, {
    code: 'no-account',
    detail: 'This is for whoever has signed in with an account of their own.',
  });
}
