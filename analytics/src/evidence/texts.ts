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
  const encoded = texts.map((text) => encoder.encode(text));
  const total = encoded.reduce((sum, bytes) => sum + bytes.length, 0);
  if (total > 0x7fffffff) throw new RangeError('more than 2 GiB of text in one column');
  const offsets = new Int32Array(memory(4 * (texts.length + 1), shared));
  const bytes = new Uint8Array(memory(total, shared));
  let end = 0;
  encoded.forEach((part, at) => {
    bytes.set(part, end);
    end += part.length;
    offsets[at + 1] = end;
  });
  return { offsets, bytes };
}

/** The text of a row. */
export function textAt(column: Texts, row: number): string {
  // A copy, since decoders refuse views of shared memory in some engines.
  return decoder.decode(column.bytes.slice(column.offsets[row], column.offsets[row + 1]));
}
