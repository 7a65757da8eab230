import { finished } from 'node:stream/promises';
import { CsvError, Parser } from 'csv-parse';
import { LONGEST_RECORD } from '../raw-row.js';
import { type CsvDialect, dialectOf, hasHeader } from './csv-dialect.js';
import { refusalOf } from './csv-refusals.js';

/** A record and the physical line it starts on; the first line of the file is 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: string[];
}

/** A header longer than this is none. */
const LONGEST_HEADER = 65_536;

/**
 * Reads the records of a CSV text that arrives in pieces, those of one piece at a time, the header
 * among them. Records without any content are left out. Throws UnreadableFile for a quote that is
 * never closed and for text after a closing quote.
 */
export async function* csvRecords(pieces: AsyncIterable<string>): AsyncGenerator<CsvRecord[]> {
  let reader: RecordReader | undefined;
  let head = '';
  for await (const piece of pieces) {
    if (reader) {
      yield await reader.read(piece);
      continue;
    }
    head += piece;
    if (!hasHeader(head) && head.length < LONGEST_HEADER) continue;
    reader = new RecordReader(dialectOf(head));
    yield await reader.read(head);
  }
  if (!reader) {
    reader = new RecordReader(dialectOf(head));
    yield await reader.read(head);
  }
  yield await reader.end();
}

/** Reads the records of a part of a file of a known dialect, in UTF-8, whose first one starts on `line`; what `csvRecords` does. */
export async function* recordsOf(
  pieces: AsyncIterable<Uint8Array>,
  dialect: CsvDialect,
  line: number,
): AsyncGenerator<CsvRecord[]> {
  const reader = new RecordReader(dialect, line);
  for await (const piece of pieces) yield await reader.read(piece);
  yield await reader.end();
}

/**
 * Hands text to the parser and takes its records with their lines. The parser's own count of lines
 * takes a CRLF within quotes for two, so lines are counted by what its records hold and by the blank
 * lines it passed over.
 */
class RecordReader {
  readonly #parser: Parser;
  readonly #newline: string;
  #records: CsvRecord[] = [];
  /** The line on which the last record ended, and the blank lines before it. */
  #lastLine: number;
  #blankLineCount = 0;

  constructor({ delimiter, newline }: CsvDialect, firstLine = 1) {
    this.#lastLine = firstLine - 1;
    this.#newline = newline;
    this.#parser = new Parser({
      delimiter,
      record_delimiter: newline === '\n' ? ['\r\n', '\n'] : newline,
      relax_column_count: true,
      // A quote within a cell that has none around it is text. With `rtrim`, what stands after a
      // closing quote is refused all the same.
      relax_quotes: true,
      rtrim: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
      on_record: (cells) => this.#take(cells),
    });
    // Whoever hands over text learns of errors; without a listener they would end the process.
    this.#parser.on('error', () => {});
  }

  /** The records that are complete with this piece. */
  async read(piece: string | Uint8Array): Promise<CsvRecord[]> {
    await new Promise<void>((done, fail) => {
      this.#parser.write(piece, (error) => (error ? fail(this.#refusal(error)) : done()));
    });
    return this.#taken();
  }

  /** What remains, at the end of the text. */
  async end(): Promise<CsvRecord[]> {
    await finished(this.#parser.end(), { readable: false }).catch((error) => {
      throw this.#refusal(error);
    });
    return this.#taken();
  }

  /** Takes a record; null, so that the parser doesn't queue it as well. */
  #take(cells: string[]): null {
    const line = this.#nextLine();
    let breakCount = 0;
    let empty = true;
    for (const cell of cells) {
      if (cell === '') continue;
      empty = false;
      if (cell.includes(this.#newline)) breakCount += cell.split(this.#newline).length - 1;
    }
    this.#lastLine = line + breakCount;
    this.#blankLineCount = this.#parser.info.empty_lines;
    if (!empty) this.#records.push({ line, cells });
    return null;
  }

  /** Where the record starts that is being read. */
  #nextLine(): number {
    return this.#lastLine + 1 + this.#parser.info.empty_lines - this.#blankLineCount;
  }

  #taken(): CsvRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #refusal(error: unknown): unknown {
    if (!(error instanceof CsvError)) return error;
    // Where the parser names none, it is at the first cell.
    const cell = Number(error.column ?? 0) + 1;
    return refusalOf(error.code, this.#nextLine(), cell) ?? error;
  }
}
