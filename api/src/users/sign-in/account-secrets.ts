import type { ProductDatabase } from '../../platform/database/product-database.js';

/** What signing in needs to know of an account. */
export interface AccountSecrets {
  readonly id: number;
  readonly name: string;
  readonly password_hash: string | null;
  readonly totp_secret: Buffer | null;
  readonly disabled_at: string | null;
  /** Whether it has signed in from this address before. */
  readonly known: boolean;
}

/** An account's secrets by its id or its name, as it is asked for from an address; undefined where there is none. */
export async function secretsOf(
  database: ProductDatabase,
  by: { readonly id: number } | { readonly name: string },
  address: string,
): Promise<AccountSecrets | undefined> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['name', by.name];
  const [found] = await database.query<AccountSecrets>(
    `SELECT a.id, a.name, a.password_hash, a.totp_secret, a.disabled_at,
       EXISTS (SELECT FROM sign_in_addresses k
         WHERE k.account_id = a.id AND k.address = $2) AS known
     FROM accounts a WHERE a.${column} = $1`,
    [value, address],
  );
  return found;
}

/** Remembers where an account has signed in from. */
export async function rememberAddress(
  database: ProductDatabase,
  accountId: number,
  address: string,
) {
  await database.query(
    `INSERT INTO sign_in_addresses (account_id, address) VALUES ($1, $2)
     ON CONFLICT (account_id, address) DO UPDATE SET last_at = now()`,
    [accountId, address],
  );
}
