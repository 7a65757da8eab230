import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, csvRecords } from './csv-records.js';

/** Reads a text that arrives in pieces of `size` characters. */
async function read(text: string, size = 1_000): Promise<CsvRecord[]> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const records: CsvRecord[] = [];
  for await (const some of csvRecords(pieces())) records.push(...some);
  return records;
}

const cell = fc.string({
  unit: fc.constantFrom('a', '张', '"', ',', ';', '\t', '，', '\n', '\r', '\r\n', ' ', '\0'),
  maxLength: 6,
});
const rows = fc.array(fc.tuple(cell, cell, fc.constantFrom('x', 'y')), { maxLength: 8 });

/** How a table is written, and how it is cut on its way. */
const writing = fc.record({
  newline: fc.constantFrom('\n', '\r', '\r\n'),
  delimiter: fc.constantFrom(',', '\t', ';', '，'),
  quoted: fc.boolean(),
  blankLines: fc.array(fc.nat(2), { minLength: 9, maxLength: 9 }),
  lastEnded: fc.boolean(),
  size: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(1_000)),
});

describe('CSV records', () => {
  it('are those that were written, each with the line it starts on, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(rows, writing, async (table, how) => {
        const { newline, delimiter, quoted, blankLines, lastEnded, size } = how;
        const lineEnd = newline === '\r' ? '\r' : '\n';
        const written: CsvRecord[] = [];
        let text = '';
        for (const [index, cells] of [['h1', 'h2', 'h3'], ...table].entries()) {
          text += newline.repeat(blankLines[index] ?? 0);
          written.push({ line: text.split(lineEnd).length, cells });
          text += stringify([cells], {
            delimiter,
            quoted,
            // It would leave the other line ends bare, and spaces that nobody means are left out.
            quoted_match: /[\r\n]|\s$/,
            record_delimiter: newline,
          });
        }
        const last = lastEnded ? text : text.slice(0, -newline.length);
        expect(await read(last, size)).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  it('may stand on lines of both kinds, after blank ones, and without content', async () => {
    const text = ' \r\n\r\na,b\n1,"x\r\ny"\r\n , \n,""\r\n2,"q""z"\n\n3,5" \r\n4';
    expect(await read(text)).toEqual([
      { line: 3, cells: ['a', 'b'] },
      { line: 4, cells: ['1', 'x\r\ny'] },
      { line: 8, cells: ['2', 'q"z'] },
      { line: 10, cells: ['3', '5"'] },
      { line: 11, cells: ['4'] },
    ]);
  });

  it('have the separators of the header, as far as they stand outside quotes', async () => {
    expect((await read('"a,\nb";c\r1;2')).map(({ cells }) => cells)).toEqual([
      ['a,\nb', 'c'],
      ['1', '2'],
    ]);
  });

  it.each([
    ['a quote that stays open', 'a\n\n"b\nc', 3, 'cell 1 of the record of line 3 is never closed'],
    [
      'a quote open for too long',
      `a\r\n"b\r\n"\r\n"${'c\n'.repeat(600_000)}`,
      4,
      'line 4 is never',
    ],
    ['text after a closing quote', 'a\n"b\r\nb"c\n', 2, 'text after a closing quotation mark'],
    [
      'another cell after it',
      'a,b\n1,"b""c" "d"\n',
      2,
      'In cell 2 of line 2 there is text after a closing',
    ],
  ])('are refused for %s, with the line', async (_, text, line, message) => {
    await expect(read(text)).rejects.toMatchObject({
      line,
      finding: { code: 'unclosed-quote', message: { en: expect.stringContaining(message) } },
    });
  });
});
