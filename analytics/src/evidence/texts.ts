import { memory } from '../fields/columns.js';

// The language's own library has no UTF-8; every engine has these two.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

/** Texts end to end in UTF-8, as Arrow lays them out: text `i` is `bytes[offsets[i]..offsets[i + 1]]`. Plain data, so that threads can share it. */
export interface Texts {
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The column of these texts. Throws a RangeError above 2 GiB of text. */
export function packTexts(texts: readonly string[], shared = false): Texts {
  const offsets = new Int32Array(memory(4 * (texts.length + 1), shared));
  let draft = new Uint8Array(16 * texts.length + 64);
  let end = 0;
  texts.forEach((text, at) => {
    const most = end + utf8Room(text);
    if (most > draft.length) draft = grown(draft, most);
    end = writeUtf8(text, draft, end);
    if (end > 0x7fffffff) throw new RangeError('more than 2 GiB of text in one column');
    offsets[at + 1] = end;
  });
  const bytes = new Uint8Array(memory(end, shared));
  bytes.set(draft.subarray(0, end));
  return { offsets, bytes };
}

function grown(bytes: Uint8Array<ArrayBuffer>, atLeast: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(2 * bytes.length, atLeast));
  larger.set(bytes);
  return larger;
}

/** The most bytes that a text can take: no UTF-16 unit takes more than three in UTF-8. */
export function utf8Room(text: string): number {
  return 3 * text.length;
}

/** Writes a text at `end` and returns the new end; plain ASCII, which most refs are, without the encoder. */
export function writeUtf8(text: string, bytes: Uint8Array, end: number): number {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) {
      const encoded = encoder.encode(text);
      bytes.set(encoded, end);
      return end + encoded.length;
    }
    bytes[end + at] = unit;
  }
  return end + text.length;
}

/** The text of a row. */
export function textAt({ offsets, bytes }: Texts, row: number): string {
  const end = offsets[row + 1];
  let text = '';
  for (let at = offsets[row]; at < end; at++) {
    // A copy for the decoder, since some engines refuse it views of shared memory.
    if (bytes[at] >= 0x80) return decoder.decode(bytes.slice(offsets[row], end));
    text += String.fromCharCode(bytes[at]);
  }
  return text;
}
