import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { Problem } from '../../platform/errors/problem.js';

/** Failures that cost nothing, of one account from one address, of one address, and of one account from everywhere. */
const FREE = { pair: 5, address: 20, account: 50 } as const;
/** After those each failure doubles the wait, from one second up to this many. */
const LONGEST_WAIT_SECONDS = 900;
/** So long after the last failure all are forgotten. */
const FORGOTTEN_AFTER = '24 hours';

/** An attempt to sign in that was let through. */
export interface Attempt {
  /** Takes it back: it was none to slow down. */
  succeeded(): Promise<void>;
}

interface Gate {
  readonly key: string;
  readonly free: number;
}

/**
 * Slows guessing down. An attempt counts as a failure before it is looked at, so that many at once
 * gain nothing. Where an account has signed in from before, only the failures there count for it:
 * whoever guesses elsewhere cannot lock its owner out.
 */
@Injectable()
export class SlowDown {
  constructor(private readonly database: ProductDatabase) {}

  /**
   * Lets an attempt through, or throws a 429 problem that says for how many seconds to wait.
   * `known`: the account has signed in from this address before.
   */
  async attempt(name: string, address: string, known: boolean): Promise<Attempt> {
    const gates = gatesOf(name, address, known);
    const keys = gates.map(({ key }) => key);
    await this.database.transaction(async (client) => {
      await client.query(
        `INSERT INTO sign_in_attempts (key) SELECT unnest($1::text[]) ORDER BY 1
         ON CONFLICT DO NOTHING`,
        [keys],
      );
      const { rows } = await client.query<{ wait: number }>(
        `SELECT ceil(extract(epoch FROM blocked_until - now()))::int AS wait
         FROM sign_in_attempts WHERE key = ANY($1) ORDER BY key FOR UPDATE`,
        [keys],
      );
      const wait = Math.max(0, ...rows.map((row) => row.wait));
      if (wait > 0) throw tooMany(wait);
      await client.query(
        `UPDATE sign_in_attempts a SET failures = f.failures, last_at = now(),
           blocked_until = CASE WHEN f.failures >= f.free
             THEN now() + interval '1 second' * least($3::int, 2 ^ least(f.failures - f.free, 20)) END
         FROM (
           SELECT b.key, g.free, 1 + CASE
             WHEN b.last_at > now() - interval '${FORGOTTEN_AFTER}' THEN b.failures ELSE 0 END AS failures
           FROM sign_in_attempts b JOIN unnest($1::text[], $2::int[]) g (key, free) USING (key)
         ) f
         WHERE a.key = f.key`,
        [keys, gates.map(({ free }) => free), LONGEST_WAIT_SECONDS],
      );
    });
    return { succeeded: () => this.#takeBack(keys) };
  }

  async #takeBack([pair, ...others]: readonly string[]): Promise<void> {
    await this.database.query('DELETE FROM sign_in_attempts WHERE key = $1', [pair]);
    // One right guess must not make the other failures of an address undone.
    await this.database.query(
      `UPDATE sign_in_attempts SET failures = greatest(failures - 1, 0), blocked_until = NULL
       WHERE key = ANY($1)`,
      [others],
    );
  }
}

function gatesOf(name: string, address: string, known: boolean): Gate[] {
  // A password that was typed in the wrong field must not stand in the database.
  const account = createHash('sha256').update(name).digest('base64url');
  const pair = { key: `pair ${account} ${address}`, free: FREE.pair };
  if (known) return [pair];
  return [
    pair,
    { key: `address ${address}`, free: FREE.address },
    { key: `account ${account}`, free: FREE.account },
  ];
}

const tooMany = (seconds: number) =>
  new Problem(429, {
    code: 'too-many-attempts',
    retryAfterSeconds: seconds,
    detail: `Too many attempts failed. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, then try again.`,
  });
