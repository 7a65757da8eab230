import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { canonicalBytes } from '../audit-entry.js';
import { type Checkpoint, isSignedBy } from './checkpoint.js';
import { entryIn, type LogRow } from './log-row.js';

/** An entry with what chains it. */
export interface ChainRow extends LogRow {
  readonly canonical: Buffer;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

/** A place in the chain that is known to be right. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Before the first entry. */
export const chainStart: ChainPlace = { seq: 0, hash: Buffer.alloc(32) };

/**
 * What is wrong at an entry: `changed` - its content isn't what was recorded; `added` - a
 * second one of its number, or one before the first, was put there; `removed` - it is missing from the middle; `unlinked` - it doesn't follow from the one before; `truncated` - it and
 * what came after are gone; `rewritten` - the chain up to it was made anew after a checkpoint of it
 * was signed; `checkpoint` - a checkpoint of it is not one that this installation signed.
 */
export type Tampering =
  | 'changed'
  | 'added'
  | 'removed'
  | 'unlinked'
  | 'truncated'
  | 'rewritten'
  | 'checkpoint';

export interface BadEntry {
  readonly seq: number;
  readonly what: Tampering;
}

/** Follows the chain entry by entry from a place that is known to be right. */
export class ChainVerifier {
  #place: ChainPlace;
  readonly #publicKey: KeyObject;

  constructor(from: ChainPlace, key: KeyObject) {
    this.#place = from;
    this.#publicKey = key.type === 'private' ? createPublicKey(key) : key;
  }

  /** The last entry that was found right. */
  get place(): ChainPlace {
    return this.#place;
  }

  /** Takes the next entry, by number. Returns what is wrong with it. */
  next(row: ChainRow): BadEntry | undefined {
    const seq = this.#place.seq + 1;
    if (row.seq !== seq) return { seq, what: row.seq < seq ? 'added' : 'removed' };
    if (!row.previous_hash.equals(this.#place.hash)) return { seq, what: 'unlinked' };
    const hash = createHash('sha256').update(this.#place.hash).update(row.canonical).digest();
    if (!row.hash.equals(hash)) return { seq, what: 'changed' };
    // The columns are what is searched and shown; they must tell what the chained bytes tell.
    if (!canonicalBytes(entryIn(row)).equals(row.canonical)) return { seq, what: 'changed' };
    this.#place = { seq, hash };
    return undefined;
  }

  /** Compares a checkpoint of the entry taken last. Returns what is wrong with it, or with the chain. */
  compare(checkpoint: Checkpoint): BadEntry | undefined {
    const { seq, hash } = this.#place;
    if (!isSignedBy(checkpoint, this.#publicKey))
      return { seq: checkpoint.seq, what: 'checkpoint' };
    return checkpoint.seq === seq && checkpoint.hash === hash.toString('hex')
      ? undefined
      : { seq: checkpoint.seq, what: 'rewritten' };
  }
}
