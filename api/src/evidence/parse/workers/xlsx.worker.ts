import { readFile } from 'node:fs/promises';
import { workerData } from 'node:worker_threads';
import { streamXlsxRows } from 'hucre/xlsx';
import { type Finding, finding } from '../../validate/problem.js';
import type { RawRow } from '../raw-row.js';
import { answerWith, Refusal } from './worker-answers.js';

type CellValue = string | number | boolean | Date | null | undefined;

const BATCH = 2_000;
/** A spreadsheet keeps so many digits of a number; the others are lost already. */
const KEPT_DIGITS = 15;

answerWith(readSheet);

async function* readSheet(): AsyncGenerator<string[] | RawRow[]> {
  const bytes = await readFile((workerData as { path: string }).path);
  let header: string[] | undefined;
  let batch: RawRow[] = [];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: 0 })) {
    if (values.every((value) => value === null || value === undefined || value === '')) continue;
    if (!header) {
      header = values.map((value) => textOf(value).trim());
      while (header.at(-1) === '') header.pop();
      yield header;
      continue;
    }
    batch.push(rowOf(index + 1, values, header));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (!header) {
    throw new Refusal(
      finding(
        'empty-file',
        'The first sheet is empty. Its first row must name the columns.',
        '第一个工作表是空的。第一行应为表头。',
      ),
    );
  }
  if (batch.length > 0) yield batch;
}

function rowOf(line: number, values: readonly CellValue[], header: readonly string[]): RawRow {
  const faults: Finding[] = [];
  const cells: string[] = [];
  for (let at = 0; at < Math.max(header.length, values.length); at++) {
    const value = values[at];
    const text = textOf(value);
    if (at < header.length) cells.push(text);
    else if (text !== '') faults.push(beyond(at + 1, header.length, text));
    if (
      typeof value === 'number' &&
      /^-?\d+$/.test(text) &&
      text.replace('-', '').length > KEPT_DIGITS
    ) {
      faults.push(tooManyDigits(header[at] ?? null, text));
    }
  }
  return faults.length > 0 ? { line, cells, faults } : { line, cells };
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'number') return String(value);
  if (Number.isInteger(value)) return String(value);
  // What a sheet shows of a fraction: fifteen digits, without the noise behind them.
  return String(Number(value.toPrecision(KEPT_DIGITS)));
}

/** A date cell without a time of day is a date; with one it stays an instant, which no date is. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#VALUE!';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

const tooManyDigits = (column: string | null, value: string) =>
  finding(
    'too-many-digits',
    `A numeric cell keeps ${KEPT_DIGITS} digits only; the others are lost already. Format the column as text, and enter the number again.`,
    `数值单元格只保留 ${KEPT_DIGITS} 位有效数字，其余已丢失。请将该列设为文本格式后重新录入。`,
    column,
    value,
  );

const beyond = (position: number, width: number, value: string) =>
  finding(
    'ragged-row',
    `There is a cell in column ${position}, beyond the header of ${width} columns.`,
    `第 ${position} 列有内容，但表头只有 ${width} 列。`,
    null,
    value,
  );
