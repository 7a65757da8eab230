import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { anyoneEnrolled } from './caller-access.sql.js';
import { keptSecret } from './kept-secret.js';
import { digestOf } from './secret.js';

/** Who the bootstrap token is, to the audit log. */
export const BOOTSTRAP_SUBJECT = 'bootstrap';

/** Where the command line on the same machine finds the token that nobody set. */
const KEPT_TOKEN = 'bootstrap-token';

/** What stands in for an administrator until the first one has enrolled: a token for programs. */
@Injectable()
export class Bootstrap {
  #digest: Buffer | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: ProductDatabase,
  ) {}

  /** Whether this is the bootstrap token. */
  knows(token: string): boolean {
    this.#digest ??= digestOf(this.#token);
    return timingSafeEqual(digestOf(token), this.#digest);
  }

  get #token(): string {
    return this.config.bootstrapToken ?? keptSecret(this.config.dataFolder, KEPT_TOKEN);
  }

  /** Lays the token where the command line finds it, unless one is set. */
  provide(): void {
    this.#digest ??= digestOf(this.#token);
  }

  /** Whether an administrator has enrolled: a password set, or signed in by OpenID Connect. */
  async isOver(): Promise<boolean> {
    const { over } = await this.database.one<{ over: boolean }>(`SELECT ${anyoneEnrolled} AS over`);
    return over;
  }
}
