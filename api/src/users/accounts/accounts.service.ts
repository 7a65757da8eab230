import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Scope } from '../../platform/access/scope.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { conflict, fieldProblem, notFound } from '../../platform/errors/problem.js';
import { endAllSessions } from '../sessions/sessions.service.js';
import { type AccountRow, accountSql, answerOf } from './account-row.js';
import type { AccountAnswer, AccountChange, NewAccount } from './accounts.dto.js';
import { keepingAnAdministrator } from './last-administrator.js';
import { demandNotOwn } from './own-account.js';
import { References } from './references.service.js';

const UNIQUE_VIOLATION = '23505';

const gone = () => notFound('such account');

/** Accounts: who may sign in, as what, and about whom they may ask. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: ProductDatabase,
    private readonly references: References,
  ) {}

  /** All accounts by name, or the one of a name. */
  async list(name: string | undefined): Promise<AccountAnswer[]> {
    const rows = await this.database.query<AccountRow>(
      `${accountSql} WHERE $1::text IS NULL OR a.name = $1 ORDER BY a.name COLLATE "C"`,
      [name ?? null],
    );
    return rows.map(answerOf);
  }

  /** One account. 404 where there is none. */
  async show(id: number): Promise<AccountAnswer> {
    const [row] = await this.database.query<AccountRow>(`${accountSql} WHERE a.id = $1`, [id]);
    if (!row) throw gone();
    return answerOf(row);
  }

  /** Adds an account, which cannot sign in yet: that takes a link, or the identity provider. */
  async create(body: NewAccount, scope: Scope): Promise<AccountAnswer> {
    await this.#check(body);
    const { id } = await unique(() =>
      this.database.one<{ id: number }>(
        `INSERT INTO accounts
           (name, display_name, roles, unit_code, kinds, staff_no, oidc_name, created_by, changed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) RETURNING id`,
        [body.name, ...columnsOf(body, body.name), scope.subject],
      ),
    );
    return this.show(id);
  }

  /** Changes an account; it takes effect on its next request. */
  async change(id: number, body: AccountChange, scope: Scope): Promise<AccountAnswer> {
    const before = await this.show(id);
    demandNotOwn(id, scope, before, body);
    await this.#check(body);
    await unique(() =>
      this.#keeping((client) =>
        client.query(
          `UPDATE accounts SET display_name = $2, roles = $3, unit_code = $4, kinds = $5,
             staff_no = $6, oidc_name = $7,
             oidc_subject = CASE WHEN oidc_name IS DISTINCT FROM $7 THEN NULL ELSE oidc_subject END,
             changed_at = now(), changed_by = $8
           WHERE id = $1 RETURNING id`,
          [id, ...columnsOf(body, before.name), scope.subject],
        ),
      ),
    );
    return this.show(id);
  }

  /** Disables an account and ends its sessions; its tokens are refused from now on, too. */
  async disable(id: number, scope: Scope): Promise<AccountAnswer> {
    if (scope.accountId === id)
      throw conflict('Somebody else must disable your own account.', 'own-account');
    await this.#keeping(async (client) => {
      await endAllSessions(client, id);
      return client.query(
        `UPDATE accounts SET disabled_at = coalesce(disabled_at, now()),
           changed_at = now(), changed_by = $2 WHERE id = $1 RETURNING id`,
        [id, scope.subject],
      );
    });
    return this.show(id);
  }

  /** Lets a disabled account sign in again. */
  async enable(id: number, scope: Scope): Promise<AccountAnswer> {
    await this.#keeping((client) =>
      client.query(
        `UPDATE accounts SET disabled_at = NULL, changed_at = now(), changed_by = $2
         WHERE id = $1 RETURNING id`,
        [id, scope.subject],
      ),
    );
    return this.show(id);
  }

  async #keeping(
    change: (client: PoolClient) => Promise<{ rowCount: number | null }>,
  ): Promise<void> {
    await keepingAnAdministrator(this.database, async (client) => {
      const { rowCount } = await change(client);
      if (rowCount === 0) throw gone();
    });
  }

  async #check({ unitCode, staffNo }: AccountChange): Promise<void> {
    await this.references.demandUnit(unitCode);
    await this.references.demandPerson(staffNo);
  }
}

const columnsOf = (body: AccountChange, name: string) => [
  body.displayName ?? name,
  body.roles,
  body.unitCode,
  body.kinds,
  body.staffNo,
  body.oidcName,
];

async function unique<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code, constraint } = error as { code?: unknown; constraint?: unknown };
    if (code !== UNIQUE_VIOLATION) throw error;
    const parameter = constraint === 'accounts_name_key' ? 'name' : 'oidcName';
    throw fieldProblem(409, 'conflict', {
      parameter,
      detail: `${parameter}: another account has it already`,
      code: 'taken',
    });
  }
}
