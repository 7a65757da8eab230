import { createCipheriv, randomBytes, scrypt } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import { Decrypter, Encrypter, type Recipient, Stanza } from 'age-encryption';

/** For whom a backup is encrypted: who knows a passphrase, or who holds the key behind an age recipient (`age1...`). */
export type BackupLock = { readonly passphrase: string } | { readonly recipient: string };

/** What may open a backup. */
export interface BackupKeys {
  readonly passphrase: string | undefined;
  /** `AGE-SECRET-KEY-1...` */
  readonly identities: readonly string[];
}

/** The file is not one of age's format, or none of the keys opens it. */
export class CannotOpen extends Error {}

const deriveKey = promisify(
  scrypt as (
    password: string,
    salt: Uint8Array,
    length: number,
    options: object,
    done: (error: Error | null, key: Buffer) => void,
  ) => void,
);

/** As the age tool has it: about a second of work and 256 MB for each guess at a passphrase. */
const WORK_FACTOR = 18;
const SALT_LABEL = Buffer.from('age-encryption.org/v1/scrypt');

/**
 * A passphrase as an age recipient (https://age-encryption.org/v1, scrypt). The package has one of
 * its own, which would hold up the whole process for the time that the derivation takes.
 */
function passphraseRecipient(passphrase: string): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16);
      const N = 2 ** WORK_FACTOR;
      const key = await deriveKey(passphrase, Buffer.concat([SALT_LABEL, salt]), 32, {
        ...{ N, r: 8, p: 1, maxmem: 2 * 128 * N * 8 },
      });
      const cipher = createCipheriv('chacha20-poly1305', key, Buffer.alloc(12), {
        authTagLength: 16,
      });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      const salted = salt.toString('base64').replaceAll('=', '');
      return [new Stanza(['scrypt', salted, String(WORK_FACTOR)], body)];
    },
  };
}

type WebStream = ReadableStream<Uint8Array>;

const webStream = (bytes: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(bytes, { objectMode: true, highWaterMark: 2 })) as never;

/** Encrypts in age's format, piece by piece. */
export async function* encrypt(
  bytes: AsyncIterable<Uint8Array>,
  lock: BackupLock,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(
    'recipient' in lock ? lock.recipient : passphraseRecipient(lock.passphrase),
  );
  yield* (await encrypter.encrypt(webStream(bytes))) as unknown as WebStream;
}

/** Whether a text is an age recipient that can be encrypted for. */
export async function isRecipient(text: string): Promise<boolean> {
  try {
    const encrypter = new Encrypter();
    encrypter.addRecipient(text);
    await encrypter.encrypt('');
    return true;
  } catch {
    return false;
  }
}

/**
 * Decrypts age's format, piece by piece; nothing that was changed or cut short gets through. Throws
 * a CannotOpen where no key fits, and whatever `bytes` throw.
 */
export async function* decrypt(
  bytes: AsyncIterable<Uint8Array>,
  keys: BackupKeys,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decrypter = new Decrypter();
  if (keys.passphrase !== undefined) decrypter.addPassphrase(keys.passphrase);
  for (const identity of keys.identities) decrypter.addIdentity(identity);
  let opened: WebStream;
  try {
    opened = (await decrypter.decrypt(webStream(bytes))) as unknown as WebStream;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotOpen(why, { cause: error });
  }
  yield* opened;
}
