import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** A secret that opens a door: 256 random bits, safe in addresses, cookies and headers. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** What is kept of a secret. With 256 random bits in it nothing slower is needed. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
