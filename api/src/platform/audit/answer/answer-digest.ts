import { createHash } from 'node:crypto';
import type { Seen } from '../audited-request.js';
import { peopleIn } from './answer-people.js';
import { type RowCounter, rowCounterOf } from './row-counter.js';

/** What the log keeps of a file: its size, its digest and, of a CSV or an Arrow stream, its rows. */
export class AnswerDigest {
  readonly #hash = createHash('sha256');
  readonly #rows: RowCounter | undefined;
  #byteCount = 0;

  constructor(contentType: string) {
    this.#rows = rowCounterOf(contentType);
  }

  take(piece: Buffer): void {
    this.#hash.update(piece);
    this.#rows?.take(piece);
    this.#byteCount += piece.length;
  }

  /** To be called once, at the end. */
  seen(): Seen {
    return {
      byteCount: this.#byteCount,
      sha256: this.#hash.digest('hex'),
      rowCount: this.#rows?.count ?? null,
    };
  }
}

interface ProblemDocument {
  readonly type?: string;
  readonly parameter?: string;
}

/** Why an answer is a refusal: the problem's code, and the parameter it is about. */
function reasonIn(document: string): string {
  const { type = '', parameter } = JSON.parse(document) as ProblemDocument;
  const code = type.replace(/^urn:probity:/, '');
  return parameter ? `${code}: ${parameter}` : code;
}

/** What the log keeps of an answer that is there as a whole. */
export function seenIn(body: Buffer | undefined, contentType: string): Seen {
  // HEAD is answered with the head of what GET would say.
  if (!body) return {};
  if (contentType.startsWith('application/problem+json')) {
    return { denied: reasonIn(String(body)) };
  }
  if (contentType.startsWith('application/json')) return { people: peopleIn(String(body)) };
  const digest = new AnswerDigest(contentType);
  digest.take(body);
  return digest.seen();
}
