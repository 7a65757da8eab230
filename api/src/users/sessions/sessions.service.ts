import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type Scope, wholeScope } from '../../platform/access/scope.js';
import type { Queryable } from '../../platform/database/database.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { accountColumns, anyoneEnrolled, placeOf } from '../callers/caller-access.sql.js';
import { type AccessRow, scopeOfAccount } from '../callers/caller-scope.js';
import { digestOf, newSecret } from '../callers/secret.js';

/** A session ends after this long without a request, and after this long at the latest. */
export const IDLE = '30 minutes';
export const LONGEST = '12 hours';
/** A session that is in use is noted so this often at most. */
const NOTED_EVERY = '1 minute';
const LONGEST_AGENT = 200;

/** Who a session without an account is. */
export const SETUP_SUBJECT = 'setup';

/** A session that a request came with. */
export interface PresentSession {
  readonly id: number;
  readonly token: string;
  readonly scope: Scope;
}

interface SessionRow extends AccessRow {
  readonly session_id: number;
  readonly noted: boolean;
}

const alive = (s: string) =>
  `${s}.seen_at > now() - interval '${IDLE}' AND ${s}.started_at > now() - interval '${LONGEST}'`;

/** One of an account's own sessions. */
export interface SessionFacts {
  readonly id: number;
  readonly started_at: string;
  readonly seen_at: string;
  readonly address: string;
  readonly agent: string;
}

/** Sessions: opaque secrets in a cookie, of which only digests are kept. */
@Injectable()
export class SessionsService {
  constructor(private readonly database: ProductDatabase) {}

  /**
   * The session of a secret with everything its account may do as of now; undefined where it has
   * ended or never was, where the account is disabled, and, of the one that stands in for an
   * administrator, where one has enrolled. `active`: whether this request is the user's own doing.
   */
  async find(token: string, active: boolean): Promise<PresentSession | undefined> {
    const [row] = await this.database.prepared<SessionRow>(
      `SELECT s.id AS session_id, s.seen_at > now() - interval '${NOTED_EVERY}' AS noted,
           ${accountColumns('a', 'p')}
         FROM sessions s LEFT JOIN accounts a ON a.id = s.account_id
         ${placeOf('a.unit_code', 'p')}
         WHERE s.token_hash = $1 AND ${alive('s')}
           AND CASE WHEN s.account_id IS NULL THEN NOT ${anyoneEnrolled}
             ELSE a.disabled_at IS NULL END`,
      [digestOf(token)],
    );
    if (!row) return undefined;
    if (active && !row.noted) await this.#note(row.session_id);
    const scope = row.account_id === null ? wholeScope(SETUP_SUBJECT) : scopeOfAccount(row);
    return { id: row.session_id, token, scope };
  }

  /** Whether a secret is that of a session without an account, which an administrator's enrolment ended. */
  async wasOfSetup(token: string): Promise<boolean> {
    const { was } = await this.database.one<{ was: boolean }>(
      `SELECT ${anyoneEnrolled} AND EXISTS (SELECT FROM sessions s
         WHERE s.token_hash = $1 AND s.account_id IS NULL AND ${alive('s')}) AS was`,
      [digestOf(token)],
    );
    return was;
  }

  async #note(id: number): Promise<void> {
    await this.database.query('UPDATE sessions SET seen_at = now() WHERE id = $1', [id]);
  }

  /** Begins a session, for an account or (null) to set the product up. Returns its secret. */
  async begin(accountId: number | null, request: Request): Promise<string> {
    const token = newSecret();
    await this.database.query(`DELETE FROM sessions s WHERE NOT (${alive('s')})`);
    await this.database.query(
      'INSERT INTO sessions (token_hash, account_id, address, agent) VALUES ($1, $2, $3, $4)',
      [digestOf(token), accountId, request.ip ?? '', agentOf(request)],
    );
    return token;
  }

  /** Ends the session of a secret, if there is one. */
  async end(token: string): Promise<void> {
    await this.database.query('DELETE FROM sessions WHERE token_hash = $1', [digestOf(token)]);
  }

  /** An account's sessions, the latest used first. */
  list(accountId: number): Promise<SessionFacts[]> {
    return this.database.query<SessionFacts>(
      `SELECT id, started_at, seen_at, address, agent FROM sessions s
       WHERE account_id = $1 AND ${alive('s')} ORDER BY seen_at DESC, id DESC`,
      [accountId],
    );
  }

  /** Ends one of an account's sessions. Returns whether it had that one. */
  async endOwn(accountId: number, id: number): Promise<boolean> {
    const ended = await this.database.query(
      'DELETE FROM sessions WHERE account_id = $1 AND id = $2 RETURNING id',
      [accountId, id],
    );
    return ended.length > 0;
  }
}

const agentOf = ({ headers }: Request) =>
  (headers['user-agent'] ?? '').toWellFormed().slice(0, LONGEST_AGENT).toWellFormed();

/** Ends all sessions of an account, in the transaction that gives the reason. */
export async function endAllSessions(on: Queryable, accountId: number): Promise<void> {
  await on.query('DELETE FROM sessions WHERE account_id = $1', [accountId]);
}
