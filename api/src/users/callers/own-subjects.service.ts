import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { tokenSubject } from '../tokens/api-token.js';

/** Under which names one human acts: by signing in, and by tokens that they made. */
@Injectable()
export class OwnSubjects {
  constructor(private readonly database: ProductDatabase) {}

  /** Every subject that stands for the caller in records and logs; revoked tokens' too. */
  async of({ subject, accountId }: Scope): Promise<ReadonlySet<string>> {
    if (accountId === undefined) return new Set([subject]);
    const tokens = await this.database.query<{ id: number; name: string }>(
      'SELECT id, name FROM api_tokens WHERE maker_id = $1',
      [accountId],
    );
    const name = await this.#nameOf(accountId);
    return new Set([subject, name, ...tokens.map(({ id, name }) => tokenSubject(id, name))]);
  }

  /** Whether the caller has signed in as themselves: neither a token nor the product. */
  async isNamedHuman({ subject, accountId }: Scope): Promise<boolean> {
    return accountId !== undefined && subject === (await this.#nameOf(accountId));
  }

  async #nameOf(accountId: number): Promise<string> {
    const { name } = await this.database.one<{ name: string }>(
      'SELECT name FROM accounts WHERE id = $1',
      [accountId],
    );
    return name;
  }
}
