import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvText } from './csv-text.js';

/** Reads a text that arrives in pieces of `size` characters. */
function read(text: string, size = 1_000) {
  const reader = new CsvText(',');
  const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

const cell = fc.string({
  unit: fc.constantFrom('a', '张', '"', ',', '\n', '\r\n', ' '),
  maxLength: 6,
});
const records = fc.array(fc.tuple(cell, cell, fc.constantFrom('x', 'y')), {
  minLength: 1,
  maxLength: 8,
});

describe('CSV text', () => {
  it('reads what another program wrote, however it is cut', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 9 }), fc.boolean(), (rows, size, crlf) => {
        const newline = crlf ? '\r\n' : '\n';
        const text = stringify(rows, { record_delimiter: newline, quoted_match: /\n/ });
        const cells = read(text, size).map((record) => record.cells);
        expect(cells).toEqual(parse(text, { record_delimiter: newline }));
        expect(cells).toEqual(rows);
      }),
    );
  });

  it('says the line on which each record starts, blank lines and line breaks in cells counted', () => {
    const text = 'a,b\r\n\r\n1,"x\r\ny"\r\n2,"q""z"\r\n\n3,4';
    expect(read(text).map(({ line }) => line)).toEqual([1, 3, 5, 7]);
    expect(read('a\rb\r\rc').map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [4, 'c'],
    ]);
  });

  it('refuses a quote that stays open and text behind a closed one, with the line', () => {
    expect(() => read('a\n"b\nc')).toThrow('record of line 2 is never closed');
    expect(() => read('a\n"b"c\n')).toThrow('text after a closing quotation mark');
  });
});
