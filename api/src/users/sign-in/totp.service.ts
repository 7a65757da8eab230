import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { badParameter, conflict } from '../../platform/errors/problem.js';
import { Sealing } from './sealing.js';

/** A clock may be wrong by one step. */
const TOLERANCE_SECONDS = 30;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;
const PURPOSE = 'totp';

/** A second factor that is being set up. */
export interface TotpSetup {
  readonly secret: string;
  /** For a QR code. */
  readonly otpauthUrl: string;
}

const plain = (code: string) => code.replace(/[\s-]/g, '').toLowerCase();
const recoveryDigest = (code: string) => createHash('sha256').update(plain(code)).digest();

/** Time-based one-time passwords (RFC 6238) as a second factor, and codes for the day the phone is lost. */
@Injectable()
export class Totp {
  constructor(
    private readonly database: ProductDatabase,
    private readonly sealing: Sealing,
  ) {}

  /** A new secret for an account; it is in force once a code of it was given. */
  async begin(accountId: number, name: string): Promise<TotpSetup> {
    const secret = generateSecret();
    await this.database.query('UPDATE accounts SET totp_pending = $2 WHERE id = $1', [
      accountId,
      this.sealing.seal(secret, PURPOSE),
    ]);
    return { secret, otpauthUrl: generateURI({ issuer: 'Probity', label: name, secret }) };
  }

  /** Puts the new secret in force. Returns the recovery codes, which are shown this once. */
  async confirm(accountId: number, code: string): Promise<string[]> {
    const { totp_pending: pending } = await this.database.one<{ totp_pending: Buffer | null }>(
      'SELECT totp_pending FROM accounts WHERE id = $1',
      [accountId],
    );
    if (!pending) throw conflict('No second factor is being set up. Begin anew.', 'setup-anew');
    const step = await this.#stepOf(pending, code);
    if (step === undefined)
      throw badParameter('code', 'code: this is not the present code', 'wrong-code');
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const taken = await this.database.query(
      `UPDATE accounts SET totp_secret = totp_pending, totp_pending = NULL, totp_step = $3,
         recovery_hashes = $4 WHERE id = $1 AND totp_pending = $2 RETURNING id`,
      [accountId, pending, step, codes.map(recoveryDigest)],
    );
    if (taken.length === 0)
      throw conflict('Another setup was begun meanwhile. Begin anew.', 'setup-anew');
    return codes;
  }

  /** Takes the second factor away. */
  async remove(accountId: number): Promise<void> {
    await this.database.query(
      `UPDATE accounts SET totp_secret = NULL, totp_pending = NULL, totp_step = NULL,
         recovery_hashes = '{}' WHERE id = $1`,
      [accountId],
    );
  }

  /** Whether a code is right, and uses it up: neither a code nor a recovery code is taken twice. */
  async use(accountId: number, secret: Buffer, code: string): Promise<boolean> {
    const step = await this.#stepOf(secret, code);
    const used =
      step === undefined
        ? await this.database.query(
            `UPDATE accounts SET recovery_hashes = array_remove(recovery_hashes, $2)
             WHERE id = $1 AND $2 = ANY(recovery_hashes) RETURNING id`,
            [accountId, recoveryDigest(code)],
          )
        : await this.database.query(
            `UPDATE accounts SET totp_step = $2
             WHERE id = $1 AND totp_step < $2 RETURNING id`,
            [accountId, step],
          );
    return used.length > 0;
  }

  /** The time step that a code is of; undefined where it is of none about now. */
  async #stepOf(sealed: Buffer, code: string): Promise<number | undefined> {
    const token = plain(code);
    if (!/^\d{6}$/.test(token)) return undefined;
    const secret = this.sealing.open(sealed, PURPOSE);
    const found = await verify({ secret, token, epochTolerance: TOLERANCE_SECONDS });
    return found.valid && 'timeStep' in found ? found.timeStep : undefined;
  }
}

function newRecoveryCode(): string {
  const digits = randomBytes(RECOVERY_BYTES).toString('hex');
  return digits.replace(/.{5}(?=.)/g, '$&-');
}
