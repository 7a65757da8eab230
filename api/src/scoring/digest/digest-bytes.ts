import type { Texts } from '@probity/analytics';

const FIRST_LENGTH = 4096;
const WORD = 4;
/** No UTF-16 unit takes more bytes than that in UTF-8. */
const MOST_BYTES = 3;

/** Bytes to be hashed, gathered in one piece of memory that is used again and again. */
export class DigestBytes {
  #bytes = Buffer.alloc(FIRST_LENGTH);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  /** What was added since it was cleared; good until the next addition. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** A whole number of 32 bits. */
  addNumber(value: number): void {
    this.#room(WORD);
    this.#bytes.writeInt32LE(value | 0, this.#length);
    this.#length += WORD;
  }

  /** A text after its length in bytes. */
  addText(text: string): void {
    this.#room(WORD + MOST_BYTES * text.length);
    const length = this.#bytes.write(text, this.#length + WORD);
    this.#bytes.writeInt32LE(length, this.#length);
    this.#length += WORD + length;
  }

  /** A part of a column, from byte `start` to `stop` (exclusive). */
  addBytes(from: Uint8Array, start: number, stop: number): void {
    this.#room(stop - start);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let byte = start; byte < stop; byte++) bytes[at++] = from[byte] as number;
    this.#length = at;
  }

  /** The texts of rows, each after its length. */
  addTexts({ offsets, bytes }: Texts, start: number, stop: number): void {
    for (let row = start; row < stop; row++) {
      const from = offsets[row] as number;
      const to = offsets[row + 1] as number;
      this.addNumber(to - from);
      this.addBytes(bytes, from, to);
    }
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.alloc(2 * (this.#length + more));
    larger.set(this.written());
    this.#bytes = larger;
  }
}
