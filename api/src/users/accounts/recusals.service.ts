import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { notFound } from '../../platform/errors/problem.js';
import { ownRights } from './own-account.js';
import { References } from './references.service.js';

/** Recusals: people whom an account must not see, though they are in its part of the tree. */
@Injectable()
export class RecusalsService {
  constructor(
    private readonly database: ProductDatabase,
    private readonly references: References,
  ) {}

  /** Recuses an account from a person; a second time only replaces the reason. Anyone may be recused, oneself too. */
  async add(id: number, staffNo: string, reason: string, scope: Scope): Promise<void> {
    await this.references.demandPerson(staffNo);
    const added = await this.database.query(
      `INSERT INTO recusals (account_id, staff_no, reason, recused_by)
       SELECT id, $2, $3, $4 FROM accounts WHERE id = $1
       ON CONFLICT (account_id, staff_no) DO UPDATE
         SET reason = excluded.reason, recused_by = excluded.recused_by, recused_at = now()
       RETURNING account_id`,
      [id, staffNo, reason, scope.subject],
    );
    if (added.length === 0) throw notFound('such account');
  }

  /** Ends a recusal. 403 for one's own. */
  async remove(id: number, staffNo: string, scope: Scope): Promise<void> {
    if (scope.accountId === id) throw ownRights('recusals');
    const removed = await this.database.query(
      'DELETE FROM recusals WHERE account_id = $1 AND staff_no = $2 RETURNING account_id',
      [id, staffNo],
    );
    if (removed.length === 0) throw notFound('such recusal');
  }
}
