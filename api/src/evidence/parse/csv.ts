import { createReadStream } from 'node:fs';
import { finding, UnreadableFile } from '../validate/problem.js';
import { type CsvRecord, CsvText } from './csv-text.js';
import type { Encoding } from './encoding.js';
import type { RawRow, RawTable } from './raw-row.js';

const PIECE = 1 << 18;

/** Reads a CSV file as rows. The delimiter is a comma unless the header has none but tabs or semicolons. */
export async function readCsv(path: string, encoding: Encoding): Promise<RawTable> {
  let bytes = 0;
  const records = recordsOf(path, encoding, (more) => {
    bytes += more;
  });
  const first = await nextNonEmpty(records);
  if (!first) throw emptyFile();
  const header = first[0]!.cells.map((cell) => cell.trim());
  return {
    header,
    growing: false,
    bytesRead: () => bytes,
    batches: batches(first.slice(1), records, header.length),
  };
}

/** Nothing was in the file at all. */
export const emptyFile = () =>
  new UnreadableFile(
    finding(
      'empty-file',
      'The file is empty. The first row must name the columns; a template is offered for every kind.',
      '文件是空的。第一行应为表头；每类记录都有模板可下载。',
    ),
  );

async function* recordsOf(
  path: string,
  encoding: Encoding,
  progress: (bytes: number) => void,
): AsyncGenerator<CsvRecord[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text: CsvText | undefined;
  let waiting = '';
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) {
    progress((chunk as Buffer).length);
    const piece = decode(decoder, chunk as Buffer);
    if (!text) {
      // The header has to be whole before it tells the delimiter; 64 kB of header is no header.
      waiting += piece;
      if (!/\S[^\r\n]*[\r\n]/.test(waiting) && waiting.length < 65_536) continue;
      text = new CsvText(delimiterOf(waiting));
      yield text.push(waiting);
      continue;
    }
    yield text.push(piece);
  }
  const rest = decode(decoder);
  if (text) yield text.push(rest);
  else {
    text = new CsvText(delimiterOf(waiting + rest));
    yield text.push(waiting + rest);
  }
  yield text.end();
}

function decode(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new UnreadableFile(
      finding(
        'bad-encoding',
        `The text is not valid ${decoder.encoding}. Save the file as UTF-8 and send it again.`,
        `文件内容不是有效的 ${decoder.encoding} 编码。请另存为 UTF-8 后重新上传。`,
      ),
    );
  }
}

function delimiterOf(text: string): string {
  const header = /\S[^\r\n]*/.exec(text)?.[0] ?? '';
  if (header.includes(',')) return ',';
  return ['\t', ';', '，'].find((delimiter) => header.includes(delimiter)) ?? ',';
}

async function nextNonEmpty(
  records: AsyncGenerator<CsvRecord[]>,
): Promise<CsvRecord[] | undefined> {
  for (;;) {
    const { value, done } = await records.next();
    if (done) return undefined;
    if (value.length > 0) return value;
  }
}

async function* batches(
  first: CsvRecord[],
  rest: AsyncGenerator<CsvRecord[]>,
  width: number,
): AsyncGenerator<RawRow[]> {
  if (first.length > 0) yield rows(first, width);
  for await (const records of rest) if (records.length > 0) yield rows(records, width);
}

function rows(records: CsvRecord[], width: number): RawRow[] {
  const kept: RawRow[] = [];
  for (const record of records) {
    // Spreadsheets end in rows of nothing but commas.
    if (record.cells[0] === '' && record.cells.every((cell) => cell === '')) continue;
    if (record.cells.length === width) kept.push(record);
    else kept.push({ ...record, faults: [ragged(record.cells.length, width)] });
  }
  return kept;
}

const ragged = (found: number, width: number) =>
  finding(
    'ragged-row',
    `The row has ${found} cells, the header has ${width}. A comma within a cell needs quotation marks around the cell.`,
    `该行有 ${found} 个单元格，表头有 ${width} 个。单元格内容含逗号时，应以引号括起。`,
  );
