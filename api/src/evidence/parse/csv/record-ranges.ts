import { type FileHandle, open } from 'node:fs/promises';
import type { CsvDialect } from './csv-dialect.js';

/** Whole records of a file: its bytes from `start` to `end` (exclusive; undefined: to the end), and the line they start on. */
export interface RecordRange {
  readonly start: number;
  readonly end: number | undefined;
  readonly line: number;
}

/** About so many bytes are read by a thread at a time. */
const RANGE_BYTES = 1 << 20;
/** A record that goes on for longer than this is left to whoever reads it, with all that follows. */
const LONGEST_SCAN = 8 * RANGE_BYTES;

const QUOTE = 0x22;
const RETURN = 0x0d;
const MARK = Buffer.from('\uFEFF');

/** How records of a file in UTF-8 are told apart by single bytes; undefined where its delimiter is more than one. */
export interface ByteDialect {
  readonly delimiter: number;
  readonly newline: number;
}

/** The dialect in bytes of UTF-8. */
export function byteDialectOf({ delimiter, newline }: CsvDialect): ByteDialect | undefined {
  if (Buffer.byteLength(delimiter) !== 1) return undefined;
  return { delimiter: delimiter.charCodeAt(0), newline: newline.charCodeAt(0) };
}

/**
 * Cuts a CSV file in UTF-8 into ranges of whole records, quotes respected. From where a quote is in doubt,
 * everything is one range.
 */
export async function* recordRanges(
  path: string,
  dialect: ByteDialect,
  rangeBytes = RANGE_BYTES,
): AsyncGenerator<RecordRange> {
  const file = await open(path);
  try {
    let start = await markLength(file);
    let line = 1;
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const piece = Buffer.allocUnsafe(rangeBytes);
      const { bytesRead } = await file.read(piece, 0, rangeBytes, start + rest.length);
      if (bytesRead === 0) break;
      const bytes = Buffer.concat([rest, piece.subarray(0, bytesRead)]);
      const { end, doubtful } = wholeRecords(bytes, dialect);
      if (end > 0) {
        yield { start, end: start + end, line };
        start += end;
        line += countOf(dialect.newline, bytes, end);
      }
      rest = bytes.subarray(end);
      if (doubtful || rest.length > LONGEST_SCAN) break;
    }
    if (rest.length > 0) yield { start, end: undefined, line };
  } finally {
    await file.close();
  }
}

/** The bytes of the mark that the text may begin with. */
async function markLength(file: FileHandle): Promise<number> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(MARK.length), 0, MARK.length, 0);
  return bytesRead === MARK.length && buffer.equals(MARK) ? MARK.length : 0;
}

/**
 * Where the last whole record of bytes that begin with one ends; `doubtful`: something stands behind a
 * closing quote that is no separator, so that nothing after it is told for sure.
 */
function wholeRecords(
  bytes: Buffer,
  { delimiter, newline }: ByteDialect,
): { readonly end: number; readonly doubtful: boolean } {
  const separates = (at: number) =>
    bytes[at] === delimiter ||
    bytes[at] === newline ||
    (bytes[at] === RETURN && bytes[at + 1] === newline);
  let end = 0;
  let outside = 0;
  for (;;) {
    const quote = nextQuoted(bytes, outside, delimiter, newline);
    const last = quote === 0 ? -1 : bytes.lastIndexOf(newline, quote < 0 ? undefined : quote - 1);
    if (last >= outside) end = last + 1;
    if (quote < 0) return { end, doubtful: false };
    const close = closingQuote(bytes, quote);
    // It may be doubled, or separated, by what comes next.
    if (close < 0 || close + 2 >= bytes.length) return { end, doubtful: false };
    if (!separates(close + 1)) return { end, doubtful: true };
    outside = close + 1;
  }
}

/** The next quote that begins a cell; any other one is text. Below 0: there is none. */
function nextQuoted(bytes: Buffer, from: number, delimiter: number, newline: number): number {
  let quote = bytes.indexOf(QUOTE, from);
  while (quote > 0 && bytes[quote - 1] !== delimiter && bytes[quote - 1] !== newline)
    quote = bytes.indexOf(QUOTE, quote + 1);
  return quote;
}

/** The quote that closes the one at `open`: the next one that is not written twice. Below 0: it isn't there. */
function closingQuote(bytes: Buffer, open: number): number {
  let close = bytes.indexOf(QUOTE, open + 1);
  while (close >= 0 && bytes[close + 1] === QUOTE) close = bytes.indexOf(QUOTE, close + 2);
  return close;
}

function countOf(byte: number, bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0 && at < end; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}
