import { Injectable } from '@nestjs/common';
import { commonUnits } from '../../platform/access/bounds.js';
import type { Role, Scope } from '../../platform/access/scope.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { Problem } from '../../platform/errors/problem.js';
import { accountColumns, anyoneEnrolled, placeOf } from '../callers/caller-access.sql.js';
import { type AccessRow, commonKinds, scopeOfAccount, unitsOf } from '../callers/caller-scope.js';
import { digestOf } from '../callers/secret.js';
import { isApiToken, tokenSubject } from './api-token.js';

interface TokenRow extends AccessRow {
  readonly token_id: number;
  readonly token_name: string;
  readonly token_roles: readonly Role[];
  readonly token_unit: string | null;
  readonly token_kinds: readonly string[] | null;
  readonly source_system: string | null;
  readonly token_enter: number | null;
  readonly token_leave: number | null;
  readonly maker_id: number | null;
  readonly noted: boolean;
}

/** Whether nobody made a token: what stood in for an administrator did, and tokens of its tokens. */
const madeInSetup = (k: string) => `${k}.maker_id IS NULL`;

/** The API tokens that requests come with. */
@Injectable()
export class CallingTokens {
  constructor(private readonly database: ProductDatabase) {}

  /**
   * What a token may do as of now; undefined for one that is unknown, expired or revoked, or whose
   * maker's account is disabled or gone. Throws 401 for one of the time before an administrator had
   * enrolled: what nobody answers for must not outlive that time. An administrator may give what they like; anybody else's
   * token never reaches further than they do themselves at this moment.
   */
  async scopeOf(token: string): Promise<Scope | undefined> {
    if (!isApiToken(token)) return undefined;
    const row = await this.#row('k.token_hash = $1', digestOf(token));
    if (!row) return this.#demandNotOfSetup(token);
    if (!row.noted) await this.#note(row.token_id);
    return scopeOfToken(row);
  }

  /** What a token may do as of now, by its number, for work that is done on its behalf. */
  async scopeOfId(id: number): Promise<Scope | undefined> {
    const row = await this.#row('k.id = $1', id);
    return row && scopeOfToken(row);
  }

  async #row(which: string, value: unknown): Promise<TokenRow | undefined> {
    const [row] = await this.database.prepared<TokenRow>(
      `SELECT k.id AS token_id, k.name AS token_name, k.roles AS token_roles,
           k.unit_code AS token_unit, k.kinds AS token_kinds, k.source_system, k.maker_id,
           kp.enter AS token_enter, kp.leave AS token_leave,
           coalesce(k.last_used_at > now() - interval '1 minute', false) AS noted,
           ${accountColumns('a', 'p')}
         FROM api_tokens k LEFT JOIN accounts a ON a.id = k.maker_id
         ${placeOf('k.unit_code', 'kp')} ${placeOf('a.unit_code', 'p')}
         WHERE ${which} AND k.revoked_at IS NULL AND k.expires_at > now()
           AND CASE WHEN ${madeInSetup('k')} THEN NOT ${anyoneEnrolled}
             ELSE a.id IS NOT NULL AND a.disabled_at IS NULL END`,
      [value],
    );
    return row;
  }

  async #demandNotOfSetup(token: string): Promise<undefined> {
    const found = await this.database.query(
      `SELECT FROM api_tokens k WHERE k.token_hash = $1 AND ${madeInSetup('k')}
         AND k.revoked_at IS NULL AND k.expires_at > now() AND ${anyoneEnrolled}`,
      [digestOf(token)],
    );
    if (found.length === 0) return undefined;
    throw new Problem(401, {
      code: 'setup-over',
      detail:
        'This token was made before an administrator had enrolled, and is no longer taken. Sign in and make a new one.',
    });
  }

  async #note(id: number): Promise<void> {
    await this.database.query('UPDATE api_tokens SET last_used_at = now() WHERE id = $1', [id]);
  }
}

function scopeOfToken(row: TokenRow): Scope {
  const own: Scope = {
    subject: tokenSubject(row.token_id, row.token_name),
    accountId: row.maker_id ?? undefined,
    roles: new Set(row.token_roles),
    units: unitsOf({ unit_code: row.token_unit, enter: row.token_enter, leave: row.token_leave }),
    unitCode: row.token_unit ?? undefined,
    sourceSystem: row.source_system ?? undefined,
    kinds: row.token_kinds ? new Set(row.token_kinds) : undefined,
    // Nobody reads their own record through a token either.
    hidden: row.hidden,
    mayApprove: row.token_roles.includes('approver'),
    system: false,
  };
  if (row.maker_id === null || row.roles.includes('administrator')) return own;
  const maker = scopeOfAccount(row);
  const roles = own.roles.intersection(maker.roles);
  return {
    ...own,
    roles,
    units: commonUnits(own.units, maker.units),
    unitCode: own.unitCode ?? maker.unitCode,
    kinds: commonKinds(own.kinds, maker.kinds),
    mayApprove: roles.has('approver'),
  };
}
