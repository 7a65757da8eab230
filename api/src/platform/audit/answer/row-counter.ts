/** Counts the rows of a file. */
export interface RowCounter {
  take(piece: Buffer): void;
  /** Rows so far; at the end of the file, all of them. */
  readonly count: number;
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;

/** Counts the rows of a CSV file, without its header, as its bytes pass in pieces of any size. */
export class CsvRowCounter implements RowCounter {
  #lines = 0;
  #quoted = false;

  take(piece: Buffer): void {
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at];
      if (byte === QUOTE) this.#quoted = !this.#quoted;
      else if (byte === NEWLINE && !this.#quoted) this.#lines++;
    }
  }

  get count(): number {
    return Math.max(0, this.#lines - 1);
  }
}

/** In front of every message of an Arrow stream, then the length of its metadata. */
const CONTINUATION = 0xffffffff;
const PREFIX_BYTES = 8;
const RECORD_BATCH = 3;

/**
 * Counts the rows of an Arrow stream as its bytes pass in pieces of any size: the sum of the lengths
 * in the heads of its record batches. Nothing is decoded but those heads.
 */
export class ArrowRowCounter implements RowCounter {
  #rows = 0;
  #skip = 0;
  #start: Buffer = Buffer.alloc(0);

  take(piece: Buffer): void {
    const skipped = Math.min(this.#skip, piece.length);
    this.#skip -= skipped;
    this.#start = Buffer.concat([this.#start, piece.subarray(skipped)]);
    while (this.#start.length >= PREFIX_BYTES && this.#start.readUInt32LE(0) === CONTINUATION) {
      const metadataBytes = this.#start.readUInt32LE(4);
      const end = PREFIX_BYTES + metadataBytes;
      if (metadataBytes === 0 || this.#start.length < end) return;
      const { rowCount, bodyBytes } = messageHead(this.#start.subarray(PREFIX_BYTES, end));
      this.#rows += rowCount;
      this.#skip = Math.max(0, end + bodyBytes - this.#start.length);
      this.#start = this.#start.subarray(end + bodyBytes);
    }
  }

  get count(): number {
    return this.#rows;
  }
}

/** A member of a FlatBuffers table: where it lies, 0 where it is absent. */
function member(buffer: Buffer, table: number, index: number): number {
  const offsets = table - buffer.readInt32LE(table);
  const entry = 4 + 2 * index;
  const offset = entry < buffer.readUInt16LE(offsets) ? buffer.readUInt16LE(offsets + entry) : 0;
  return offset === 0 ? 0 : table + offset;
}

/** Reads the two numbers that are needed from a message (Arrow's Message.fbs): version, header type, header, body length. */
function messageHead(message: Buffer): { rowCount: number; bodyBytes: number } {
  const table = message.readUInt32LE(0);
  const [type, header, body] = [1, 2, 3].map((index) => member(message, table, index));
  let rowCount = 0;
  if (type && header && message[type] === RECORD_BATCH) {
    const length = member(message, header + message.readUInt32LE(header), 0);
    if (length) rowCount = Number(message.readBigInt64LE(length));
  }
  return { rowCount, bodyBytes: body ? Number(message.readBigInt64LE(body)) : 0 };
}

/** What counts the rows of a file of a media type; undefined where nothing does. */
export function rowCounterOf(contentType: string): RowCounter | undefined {
  if (contentType.startsWith('text/csv')) return new CsvRowCounter();
  if (contentType.startsWith('application/vnd.apache.arrow.stream')) return new ArrowRowCounter();
  return undefined;
}
