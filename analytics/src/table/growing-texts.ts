import { type Texts, utf8Room, writeUtf8 } from '../evidence/texts.js';
import { memory } from '../fields/columns.js';

const FIRST_BYTES = 16_384;
const FIRST_COUNT = 1024;

/** Texts in the order of arrival, end to end in UTF-8, so that millions of them need no object each. */
export class GrowingTexts {
  private bytes = new Uint8Array(FIRST_BYTES);
  private ends = new Uint32Array(FIRST_COUNT);
  private count = 0;
  private length = 0;

  /** Adds a text. */
  append(text: string): void {
    this.addText(text);
    this.close();
  }

  /** Adds a part of the text that comes next. */
  addText(text: string): void {
    this.room(utf8Room(text));
    this.length = writeUtf8(text, this.bytes, this.length);
  }

  /** Adds a part of the text that comes next, as UTF-8; `close` ends the text. */
  add(from: Uint8Array, start: number, end: number): void {
    this.room(end - start);
    const { bytes } = this;
    let at = this.length;
    for (let byte = start; byte < end; byte++) bytes[at++] = from[byte];
    this.length = at;
  }

  /** Adds one byte of the text that comes next. */
  addByte(byte: number): void {
    this.room(1);
    this.bytes[this.length++] = byte;
  }

  /** Ends the text that was added in parts. */
  close(): void {
    if (this.count === this.ends.length) {
      const larger = new Uint32Array(2 * this.count);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.ends[this.count++] = this.length;
  }

  /** By code point: negative, 0 or positive. */
  compare(a: number, b: number): number {
    const { bytes } = this;
    let [first, second] = [this.startOf(a), this.startOf(b)];
    const [firstEnd, secondEnd] = [this.ends[a], this.ends[b]];
    while (first < firstEnd && second < secondEnd) {
      const difference = bytes[first++] - bytes[second++];
      if (difference !== 0) return difference;
    }
    return firstEnd - first - (secondEnd - second);
  }

  /** The texts as a column, `order[i]` at `i`. Throws a RangeError above 2 GiB of text. */
  column(order: Uint32Array, shared: boolean): Texts {
    if (this.length > 0x7fffffff) throw new RangeError('more than 2 GiB of text in one column');
    const offsets = new Int32Array(memory(4 * (order.length + 1), shared));
    for (let row = 0; row < order.length; row++) {
      offsets[row + 1] = offsets[row] + this.ends[order[row]] - this.startOf(order[row]);
    }
    const bytes = new Uint8Array(memory(offsets[order.length], shared));
    const from = this.bytes;
    let at = 0;
    for (let row = 0; row < order.length; row++) {
      const end = this.ends[order[row]];
      for (let byte = this.startOf(order[row]); byte < end; byte++) bytes[at++] = from[byte];
    }
    return { offsets, bytes };
  }

  private startOf(text: number): number {
    return text === 0 ? 0 : this.ends[text - 1];
  }

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
