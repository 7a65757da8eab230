import type { Texts } from '@probity/analytics';

const FIRST_LENGTH = 2 ** 16;
/** No UTF-16 unit takes more bytes than that: in UTF-8, or escaped. */
const MOST_BYTES = 3;
/** The digits of a whole number, its sign, and what ends a cell. */
const NUMBER_ROOM = 24;

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const MINUS = 45;
const COMMA = 44;
const ZERO = 48;
const BACKSLASH = 92;
const [OPEN, CLOSE] = [123, 125];
const FIRST_BEYOND_ASCII = 0x80;

const everySpecial = /[\\\t\n\r]/g;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** What stands after the backslash for a byte that COPY would take for something else; 0 for all others. */
function letterFor(byte: number): number {
  if (byte > RETURN && byte !== BACKSLASH) return 0;
  return escapes[String.fromCharCode(byte)]?.charCodeAt(1) ?? 0;
}

/**
 * Lines in COPY's text format, cell after cell, as bytes in memory that is used again and again: with a text for each
 * cell, collecting them would take as long as making them.
 */
export class CopyLines {
  #bytes = Buffer.allocUnsafeSlow(FIRST_LENGTH);
  #length = 0;

  /** A cell without a value. */
  nothing(): this {
    this.#room(3);
    this.#bytes[this.#length++] = BACKSLASH;
    this.#bytes[this.#length++] = 0x4e;
    return this.#endCell();
  }

  /** A whole number of up to 53 bits. */
  number(value: number | null | undefined): this {
    if (value === null || value === undefined) return this.nothing();
    this.#room(NUMBER_ROOM);
    this.#digits(value);
    return this.#endCell();
  }

  /** Whole numbers as an array. */
  numbers(values: readonly number[]): this {
    this.#room(values.length * NUMBER_ROOM + 3);
    this.#bytes[this.#length++] = OPEN;
    for (let at = 0; at < values.length; at++) {
      if (at > 0) this.#bytes[this.#length++] = COMMA;
      this.#digits(values[at] as number);
    }
    this.#bytes[this.#length++] = CLOSE;
    return this.#endCell();
  }

  truth(value: boolean): this {
    this.#room(2);
    this.#bytes[this.#length++] = value ? 0x74 : 0x66;
    return this.#endCell();
  }

  text(value: string | null | undefined): this {
    if (value === null || value === undefined) return this.nothing();
    this.#room(MOST_BYTES * value.length + 1);
    const start = this.#length;
    for (let at = 0; at < value.length; at++) {
      const unit = value.charCodeAt(at);
      if (unit >= FIRST_BEYOND_ASCII) {
        const escaped = value.replace(everySpecial, (letter) => escapes[letter] as string);
        this.#length = start + this.#bytes.write(escaped, start);
        break;
      }
      this.#byte(unit);
    }
    return this.#endCell();
  }

  /** A text of a column. */
  textAt({ offsets, bytes }: Texts, row: number): this {
    const end = offsets[row + 1] as number;
    this.#room(2 * (end - (offsets[row] as number)) + 1);
    for (let at = offsets[row] as number; at < end; at++) this.#byte(bytes[at] as number);
    return this.#endCell();
  }

  /** Bytes, as PostgreSQL reads them out of a text. */
  bytes(value: Buffer): this {
    return this.text(`\\x${value.toString('hex')}`);
  }

  /** The cells that were added to others. */
  cells(others: CopyLines): this {
    this.#room(others.#length);
    this.#bytes.set(others.#bytes.subarray(0, others.#length), this.#length);
    this.#length += others.#length;
    return this;
  }

  /** Ends the line, which has a cell at least. */
  endLine(): void {
    this.#bytes[this.#length - 1] = NEWLINE;
  }

  clear(): this {
    this.#length = 0;
    return this;
  }

  /** How many bytes were added since the last time they were taken. */
  get length(): number {
    return this.#length;
  }

  /** What was added since the last time; its memory is its own, and may be given to another thread. */
  taken(): Buffer<ArrayBuffer> {
    const taken = Buffer.allocUnsafeSlow(this.#length);
    taken.set(this.#bytes.subarray(0, this.#length));
    this.clear();
    return taken;
  }

  #byte(byte: number): void {
    const letter = letterFor(byte);
    if (letter > 0) this.#bytes[this.#length++] = BACKSLASH;
    this.#bytes[this.#length++] = letter || byte;
  }

  #digits(value: number): void {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number`);
    let rest = Math.abs(value);
    if (value < 0) this.#bytes[this.#length++] = MINUS;
    let at = this.#length + 1;
    for (let limit = 10; rest >= limit; limit *= 10) at++;
    this.#length = at;
    do {
      const tenth = Math.floor(rest / 10);
      this.#bytes[--at] = ZERO + (rest - 10 * tenth);
      rest = tenth;
    } while (rest > 0);
  }

  #endCell(): this {
    this.#bytes[this.#length++] = TAB;
    return this;
  }

  #room(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * needed);
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
