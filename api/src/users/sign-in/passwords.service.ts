import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Counter } from 'prom-client';
import { badParameter } from '../../platform/errors/problem.js';
import { metrics } from '../../platform/http/metrics.controller.js';
import { newSecret } from '../callers/secret.js';
import { isObvious } from './obvious-passwords.js';
import { ownWordIn } from './own-words.js';

/** Argon2id with 19 MiB, two passes and one lane: the least that OWASP's cheat sheet on password storage takes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How many characters a password has. */
export const passwordLength = { least: 12, most: 128 } as const;

const verifications = new Counter({
  name: 'probity_password_verifications_total',
  help: 'Passwords compared with a hash: one for every attempt to sign in, whatever came of it.',
  registers: [metrics],
});

/** The same text, however it was typed. */
const typed = (password: string) => password.normalize('NFKC');

/** Passwords: which are taken, how they are kept and compared. */
@Injectable()
export class Passwords {
  /** Of a password that nobody has, so that comparing takes the same work whoever is asked for. */
  readonly #nobodys = hash(newSecret(), cost);

  /** Refuses (400) a password that is too short, too long, has the account's or the product's name in it, or is one of the commonest. */
  demandGood(password: string, name: string): void {
    const length = [...typed(password)].length;
    if (length < passwordLength.least || length > passwordLength.most) {
      const { least, most } = passwordLength;
      throw badParameter(
        'password',
        `password: give ${least} to ${most} characters`,
        'password-length',
        { least, most },
      );
    }
    const word = ownWordIn(typed(password), name);
    if (word !== undefined) {
      throw badParameter(
        'password',
        `password: it must not contain "${word}": the name of the account or of this product is what others try first; a few unrelated words are better`,
        'name-in-password',
        { word },
      );
    }
    if (isObvious(typed(password))) {
      throw badParameter(
        'password',
        'password: this is among the first that anyone would try; a few unrelated words are better',
        'obvious-password',
      );
    }
  }

  hash(password: string): Promise<string> {
    return hash(typed(password), cost);
  }

  /** Whether this is the password of a hash; without one it never is, after the same work. */
  async matches(kept: string | null | undefined, password: string): Promise<boolean> {
    verifications.inc();
    const right = await verify(kept ?? (await this.#nobodys), typed(password));
    return right && kept !== null && kept !== undefined;
  }
}
