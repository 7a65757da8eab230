const TAB = 9;
const NEWLINE = 10;
const BACKSLASH = 92;

const escaped = new Uint8Array(256).map((_, letter) => letter);
for (const [letter, byte] of Object.entries({ b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 })) {
  escaped[letter.charCodeAt(0)] = byte;
}

/**
 * Finds the fields of COPY's text format (`NULL ''`) in bytes as they come, without an object for a
 * row. Cells
 * with an escape are put right where they lie, which never makes them longer.
 */
export class ByteLines {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  #rest: Buffer = Buffer.alloc(0);

  constructor(fieldCount: number) {
    this.starts = new Int32Array(fieldCount);
    this.ends = new Int32Array(fieldCount);
  }

  /** Takes a chunk and calls `row` for each whole line, whose fields are then at `starts` and `ends` in the bytes given; -1 where there is nothing. */
  take(chunk: Buffer, row: (bytes: Uint8Array) => void): void {
    const whole = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    // A plain view is read several times faster than Node's own class.
    const bytes = new Uint8Array(whole.buffer, whole.byteOffset, whole.length);
    const { starts, ends } = this;
    const last = bytes.lastIndexOf(NEWLINE);
    let field = 0;
    let start = 0;
    let isEscaped = false;
    for (let at = 0; at <= last; at++) {
      const byte = bytes[at] as number;
      if (byte > NEWLINE && byte !== BACKSLASH) continue;
      if (byte === BACKSLASH) {
        isEscaped = true;
        at++;
      } else if (byte === TAB || byte === NEWLINE) {
        starts[field] = at === start ? -1 : start;
        ends[field] = at;
        if (isEscaped) this.#putRight(bytes, field);
        isEscaped = false;
        field++;
        start = at + 1;
        if (byte === NEWLINE) {
          row(bytes);
          field = 0;
        }
      }
    }
    this.#rest = whole.subarray(last + 1);
  }

  #putRight(bytes: Uint8Array, field: number): void {
    const start = this.starts[field] as number;
    const end = this.ends[field] as number;
    let to = start;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      bytes[to++] = byte === BACKSLASH ? (escaped[bytes[++at] as number] as number) : byte;
    }
    this.ends[field] = to;
  }
}
