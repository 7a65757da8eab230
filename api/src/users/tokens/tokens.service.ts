import { Injectable } from '@nestjs/common';
import { type Role, type Scope, unitThatLimits } from '../../platform/access/scope.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { fieldProblem, notFound } from '../../platform/errors/problem.js';
import { References } from '../accounts/references.service.js';
import { digestOf } from '../callers/secret.js';
import { newApiToken } from './api-token.js';
import type { MadeToken, NewToken, TokenAnswer } from './tokens.dto.js';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly roles: Role[];
  readonly unit_code: string | null;
  readonly kinds: string[] | null;
  readonly source_system: string | null;
  readonly made_by: string;
  readonly made_at: string;
  readonly expires_at: string;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
}

const instant = (text: string) => new Date(text).toISOString();

/** The unit that limits a token beside its own: administrators grant anything, so none of theirs. */
const UNIT_OF_MAKER = `CASE WHEN 'administrator' = ANY (maker.roles) THEN NULL ELSE maker.unit_code END`;
const unitOfMaker = (scope: Scope) => (isAdministrator(scope) ? undefined : scope.unitCode);

const isAdministrator = ({ roles }: Scope) => roles.has('administrator');

/** API tokens: made, listed and revoked by whom they speak for, or by administrators. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: ProductDatabase,
    private readonly references: References,
  ) {}

  /** Makes a token that reaches no further than its maker may grant. It is shown this once. */
  async create(body: NewToken, scope: Scope): Promise<MadeToken> {
    demandGrantable(body, scope);
    await this.references.demandUnit(body.unit, isAdministrator(scope) ? undefined : scope);
    const token = newApiToken();
    const made = await this.database.one<Row>(
      `INSERT INTO api_tokens
         (token_hash, name, roles, unit_code, kinds, maker_id, made_by, expires_at, source_system)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + $8 * interval '1 day', $9)
       RETURNING id, expires_at`,
      [
        digestOf(token),
        body.name ?? body.roles.join('+'),
        body.roles,
        body.unit,
        body.kinds,
        scope.accountId ?? null,
        scope.subject,
        body.days,
        body.system,
      ],
    );
    const unit = unitThatLimits(body.roles, body.unit ?? unitOfMaker(scope));
    return { id: made.id, token, unit, expiresAt: instant(made.expires_at) };
  }

  /** Administrators see all tokens, others their own; the latest first. */
  async list(scope: Scope): Promise<TokenAnswer[]> {
    const rows = await this.database.query<Row>(
      `SELECT t.id, t.name, t.roles, coalesce(t.unit_code, ${UNIT_OF_MAKER}) AS unit_code, t.kinds, t.source_system,
         t.made_by, t.made_at, t.expires_at, t.last_used_at, t.revoked_at
       FROM api_tokens t LEFT JOIN accounts maker ON maker.id = t.maker_id
       WHERE $1 OR t.maker_id = $2 ORDER BY t.id DESC`,
      [isAdministrator(scope), scope.accountId ?? null],
    );
    return rows.map(answerOf);
  }

  /** Ends a token for good. 404 for one that there isn't, or that is somebody else's. */
  async revoke(id: number, scope: Scope): Promise<void> {
    const revoked = await this.database.query(
      `UPDATE api_tokens SET revoked_at = coalesce(revoked_at, now()),
         revoked_by = coalesce(revoked_by, $4)
       WHERE id = $1 AND ($2 OR maker_id = $3) RETURNING id`,
      [id, isAdministrator(scope), scope.accountId ?? null, scope.subject],
    );
    if (revoked.length === 0) throw notFound('such token');
  }
}

const answerOf = (row: Row): TokenAnswer => ({
  id: row.id,
  name: row.name,
  roles: row.roles,
  unit: unitThatLimits(row.roles, row.unit_code),
  kinds: row.kinds,
  system: row.source_system,
  madeBy: row.made_by,
  madeAt: instant(row.made_at),
  expiresAt: instant(row.expires_at),
  lastUsedAt: row.last_used_at && instant(row.last_used_at),
  revokedAt: row.revoked_at && instant(row.revoked_at),
});

const tooMuch = (parameter: string, detail: string) =>
  fieldProblem(403, 'not-grantable', {
    parameter,
    detail: `${parameter}: ${detail}`,
    code: 'beyond-own-rights',
  });

/** Refuses (403) to grant what the maker hasn't got. Administrators grant anything. */
function demandGrantable({ roles, kinds }: NewToken, scope: Scope): void {
  if (isAdministrator(scope)) return;
  const foreign = roles.find((role) => !scope.roles.has(role));
  if (foreign) throw tooMuch('roles', `you don't have the role ${foreign} yourself`);
  const beyond = scope.kinds && kinds?.find((kind) => !scope.kinds?.has(kind));
  if (beyond) throw tooMuch('kinds', `you may not import ${beyond} yourself`);
}
