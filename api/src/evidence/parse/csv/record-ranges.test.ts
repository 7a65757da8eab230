import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { UnreadableFile } from '../../validate/problem.js';
import { dialectOf } from './csv-dialect.js';
import { type CsvRecord, csvRecords, recordsOf } from './csv-records.js';
import { byteDialectOf, recordRanges } from './record-ranges.js';

const folder = mkdtempSync(join(tmpdir(), 'ranges-'));
const path = join(folder, 'file.csv');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The records of a file, or why it is refused. */
async function told(records: () => AsyncIterable<CsvRecord[]>): Promise<unknown> {
  try {
    return (await Array.fromAsync(records())).flat();
  } catch (error) {
    if (error instanceof UnreadableFile) return { code: error.finding.code, line: error.line };
    throw error;
  }
}

const parts = fc.array(
  fc.constantFrom('a', '张', '"', '""', '"x"', '"', ',', ',', '\n', '\n', '\r\n', '\r', ' ', ';'),
  { maxLength: 40 },
);

it('give the records of the whole file, each on its line, wherever it is cut and whatever its quotes are', async () => {
  await fc.assert(
    fc.asyncProperty(
      parts,
      fc.constantFrom('h,i\n', 'h;i\r\n', '"h",i\r', '\n\nh,i\n'),
      fc.boolean(),
      fc.integer({ min: 1, max: 12 }),
      async (body, head, marked, rangeBytes) => {
        const text = head + body.join('');
        const bytes = Buffer.from((marked ? '\uFEFF' : '') + text);
        writeFileSync(path, bytes);
        const dialect = dialectOf(text);
        const byBytes = byteDialectOf(dialect);
        if (!byBytes) throw new Error('a delimiter of one byte');
        const ranges = await Array.fromAsync(recordRanges(path, byBytes, rangeBytes));
        const inParts = async function* () {
          for (const { start, end, line } of ranges) {
            const part = async function* () {
              yield bytes.subarray(start, end);
            };
            yield* recordsOf(part(), dialect, line);
          }
        };
        const whole = async function* () {
          yield text;
        };
        expect(await told(inParts)).toEqual(await told(() => csvRecords(whole())));
      },
    ),
    { numRuns: 1000 },
  );
});

it('are many where nothing is quoted, and never end within a cell', async () => {
  const rows = Array.from({ length: 50 }, (_, at) => (at % 10 ? `${at},x` : `${at},"a,""\n${at}"`));
  const text = `n,t\n${rows.join('\n')}\n`;
  writeFileSync(path, text);
  const ranges = await Array.fromAsync(recordRanges(path, { delimiter: 44, newline: 10 }, 64));
  expect(ranges.length).toBeGreaterThan(3);
  expect(ranges.map(({ start }) => start)).toEqual([
    0,
    ...ranges.slice(0, -1).map((one) => one.end),
  ]);
  for (const { start, line } of ranges) {
    expect(text.slice(0, start).split('\n').length).toBe(line);
    expect(start === 0 || /^\d+,["x]/.test(text.slice(start))).toBe(true);
  }
});
