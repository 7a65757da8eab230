import { isLosslessNumber, parse } from 'lossless-json';
import { type Finding, finding, UnreadableFile } from '../validate/problem.js';
import { type Cell, LONGEST_RECORD, type RawRow, type RawTable } from './raw-row.js';
import { decodedText } from './text/decoded-text.js';
import type { Encoding } from './text/encoding.js';

/** More keys than this are no columns. */
const MOST_COLUMNS = 1_000;

/**
 * Reads a file of one JSON object a line. A key that a line lacks is an absent cell, `null` an
 * explicitly empty one; numbers keep every digit. The header grows with each new key.
 */
export async function readNdjson(path: string, encoding: Encoding): Promise<RawTable> {
  let bytes = 0;
  const header: string[] = [];
  const positions = new Map<string, number>();
  const positionOf = (key: string): number => {
    const known = positions.get(key);
    if (known !== undefined) return known;
    if (header.length >= MOST_COLUMNS) throw tooManyKeys();
    positions.set(key, header.length);
    return header.push(key) - 1;
  };

  async function* batches(): AsyncGenerator<RawRow[]> {
    const text = decodedText(path, encoding, (more) => {
      bytes += more;
    });
    let rest = '';
    let line = 0;
    for await (const piece of text) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_RECORD) throw tooLong(line + lines.length + 1);
      yield lines.flatMap((text) => rowOf(text, ++line, positionOf));
    }
    yield rowOf(rest, ++line, positionOf);
  }
  return { header, growing: true, bytesRead: () => bytes, batches: batches() };
}

function rowOf(text: string, line: number, positionOf: (key: string) => number): RawRow[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  let value: unknown;
  try {
    value = parse(trimmed, null, {
      onDuplicateKey: ({ key }) => {
        throw new SyntaxError(`the key "${key}" stands twice`);
      },
    });
  } catch (error) {
    return [refused(line, text, badJson(error instanceof Error ? error.message : String(error)))];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [refused(line, text, badJson('the line is not one JSON object'))];
  }
  const cells: Cell[] = [];
  const faults: Finding[] = [];
  for (const [key, member] of Object.entries(value)) {
    const position = positionOf(key);
    const cell = cellOf(member);
    if (cell === false) faults.push(nested(key));
    else cells[position] = cell;
  }
  return [{ line, cells, text: trimmed, ...(faults.length > 0 && { faults }) }];
}

/** A JSON value as a cell; false for what is no single value. */
function cellOf(value: unknown): Cell | false {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  return isLosslessNumber(value) ? value.toString() : false;
}

const refused = (line: number, text: string, fault: Finding): RawRow => ({
  line,
  cells: [],
  text: JSON.stringify(text),
  faults: [fault],
});

const badJson = (why: string) =>
  finding(
    'bad-json',
    `This line is not one JSON object: ${why}.`,
    `该行不是一个有效的 JSON 对象（${why}）。`,
  );

const nested = (key: string) =>
  finding(
    'bad-value',
    'The value must be text, a number, true, false or null.',
    '值应为文本、数字、true、false 或 null。',
    key,
  );

const tooLong = (line: number) =>
  new UnreadableFile(
    finding('too-long', `Line ${line} is longer than any record.`, `第 ${line} 行过长。`),
    line,
  );

const tooManyKeys = () =>
  new UnreadableFile(
    finding(
      'too-many-columns',
      `There are more than ${MOST_COLUMNS} different keys.`,
      `不同的键超过 ${MOST_COLUMNS} 个。`,
    ),
  );
