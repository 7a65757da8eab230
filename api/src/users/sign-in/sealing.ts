import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { keptSecret } from '../callers/kept-secret.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_FILE = 'secret.key';

/** Encrypts what the database or a browser keeps for us with a key that is in neither: a file in the data folder. */
@Injectable()
export class Sealing {
  #key: Buffer | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get #kept(): Buffer {
    this.#key ??= Buffer.from(keptSecret(this.config.dataFolder, KEY_FILE), 'base64url');
    return this.#key;
  }

  /** `text`, encrypted; `purpose` must be said again to open it. */
  seal(text: string, purpose: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#kept, nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** What was sealed for that purpose. Throws where it is anything else, or another key's. */
  open(sealed: Buffer, purpose: string): string {
    const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, this.#kept, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);
    const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }
}
