import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What was the end of the chain at an instant, signed and kept where the database cannot reach it. */
export interface Checkpoint {
  readonly seq: number;
  /** The hash of that entry, hex. */
  readonly hash: string;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Which key signed: see `keyIdOf`. */
  readonly key: string;
  /** Ed25519 over the exact text of the other members, base64. */
  readonly signature: string;
}

/** A key's name: the beginning of the SHA-256 of its public half. */
export function keyIdOf(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const encoded = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(encoded).digest('hex').slice(0, 16);
}

const signedText = ({ seq, hash, at, key }: Omit<Checkpoint, 'signature'>) =>
  Buffer.from(`probity checkpoint 1\n${seq}\n${hash}\n${at}\n${key}\n`);

/** A checkpoint of the chain's end as it is at `at`. */
export function signCheckpoint(
  head: { readonly seq: number; readonly hash: string },
  at: string,
  privateKey: KeyObject,
): Checkpoint {
  const unsigned = { seq: head.seq, hash: head.hash, at, key: keyIdOf(privateKey) };
  return {
    ...unsigned,
    signature: sign(null, signedText(unsigned), privateKey).toString('base64'),
  };
}

/** Whether a checkpoint was signed by the holder of a key. */
export function isSignedBy(checkpoint: Checkpoint, publicKey: KeyObject): boolean {
  return (
    checkpoint.key === keyIdOf(publicKey) &&
    verify(null, signedText(checkpoint), publicKey, Buffer.from(checkpoint.signature, 'base64'))
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Reads a line of the checkpoint file; undefined where it is none. */
export function parseCheckpoint(line: string): Checkpoint | undefined {
  let found: Partial<Record<keyof Checkpoint, unknown>>;
  try {
    found = JSON.parse(line) as typeof found;
  } catch {
    return undefined;
  }
  const { seq, hash, at, key, signature } = found ?? {};
  return Number.isSafeInteger(seq) && isText(hash) && isText(at) && isText(key) && isText(signature)
    ? { seq: Number(seq), hash, at, key, signature }
    : undefined;
}
