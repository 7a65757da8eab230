import { finding, UnreadableFile } from '../validate/problem.js';

/** Longest record in characters: far above any real one, and what an unclosed quote may swallow. */
export const LONGEST_RECORD = 1 << 20;

/** A record and the physical line it starts on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: string[];
}

/**
 * Splits CSV text (RFC 4180; CRLF, LF or CR between records) that arrives in pieces. Lines without a
 * quote, nearly all, are split at once. Blank lines are passed over but counted. Throws
 * UnreadableFile for a quote that is never closed and for text after a closing quote.
 */
export class CsvText {
  #text = '';
  #line = 1;
  #newline: string | undefined;

  constructor(readonly delimiter: string) {}

  /** The records that are complete with this piece. */
  push(piece: string): CsvRecord[] {
    this.#text += piece;
    return this.#take(false);
  }

  /** What remains, at the end of the text. */
  end(): CsvRecord[] {
    return this.#take(true);
  }

  #take(last: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    const text = this.#text;
    this.#newline ??= newlineOf(text);
    const newline = this.#newline ?? '\n';
    let at = 0;
    while (at < text.length) {
      let end = text.indexOf(newline, at);
      if (end < 0) {
        if (!last) break;
        end = text.length;
      }
      const quote = text.indexOf('"', at);
      if (quote < 0 || quote >= end) {
        const line = text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end);
        if (line.trim() !== '')
          records.push({ line: this.#line, cells: line.split(this.delimiter) });
        this.#line++;
        at = end + 1;
        continue;
      }
      const quoted = this.#quoted(at, last);
      if (!quoted) break;
      records.push({ line: this.#line, cells: quoted.cells });
      this.#line += quoted.lineCount;
      at = quoted.end;
    }
    this.#text = text.slice(at);
    if (this.#text.length > LONGEST_RECORD) throw this.#endless();
    return records;
  }

  /** Reads one record with quotes in it, from `at`; undefined where it goes on beyond the text. */
  #quoted(at: number, last: boolean) {
    const text = this.#text;
    const newline = this.#newline ?? '\n';
    const cells: string[] = [];
    let lineCount = 1;
    let from = at;
    for (;;) {
      if (text[from] === '"') {
        const closing = closingQuote(text, from + 1);
        if (closing < 0 || (closing + 1 >= text.length && !last)) {
          if (!last) return undefined;
          throw this.#endless();
        }
        const cell = text.slice(from + 1, closing);
        lineCount += count(cell, newline);
        cells.push(cell.replaceAll('""', '"'));
        from = closing + 1;
        if (text[from] === '\r' && text[from + 1] === newline) from++;
      } else {
        const next = ends(text, from, this.delimiter, newline);
        if (next === text.length && !last) return undefined;
        cells.push(text.slice(from, text[next - 1] === '\r' && next > from ? next - 1 : next));
        from = next;
      }
      if (from >= text.length) return { cells, lineCount, end: text.length };
      if (text[from] === newline) return { cells, lineCount, end: from + 1 };
      if (text[from] !== this.delimiter)
        throw this.#afterQuote(this.#line + lineCount - 1, text, from);
      from++;
    }
  }

  #endless() {
    return new UnreadableFile(
      finding(
        'unclosed-quote',
        `A quotation mark that opens in the record of line ${this.#line} is never closed. Close it, or write it twice ("") where it is part of the text.`,
        `第 ${this.#line} 行开始的记录中有未闭合的引号。请补上引号；引号本身是内容时应写两次（""）。`,
      ),
      this.#line,
    );
  }

  #afterQuote(line: number, text: string, at: number) {
    return new UnreadableFile(
      finding(
        'unclosed-quote',
        'There is text after a closing quotation mark. A quotation mark within a quoted cell is written twice ("").',
        '右引号之后还有内容。加引号的单元格内，引号应写两次（""）。',
        null,
        text.slice(Math.max(0, at - 20), at + 20),
      ),
      line,
    );
  }
}

/** What ends a line; undefined while the text doesn't tell: a CR at its end may be half of a CRLF. */
function newlineOf(text: string): string | undefined {
  if (text.includes('\n')) return '\n';
  const at = text.indexOf('\r');
  return at >= 0 && at < text.length - 1 ? '\r' : undefined;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function ends(text: string, from: number, delimiter: string, newline: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === delimiter || text[at] === newline) return at;
  }
  return text.length;
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found++;
  return found;
}
