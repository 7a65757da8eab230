import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type CsvColumn, csv, fixed } from './csv.js';
import { type CsvCell, csvCell } from './csv-cell.js';

async function written<R>(...args: Parameters<typeof csv<R>>): Promise<string> {
  let text = '';
  for await (const piece of csv<R>(...args)) text += piece;
  return text;
}

const one: readonly CsvColumn<CsvCell>[] = [{ header: 'value', cell: (value) => value }];

describe('a cell', () => {
  it.each([
    '=1+1',
    '+1',
    '-1+1',
    '-',
    '--1',
    '-1.5 ',
    '@SUM(A1)',
    '\ttext',
    '\rtext',
    '\u0000=1',
    '\n=1',
    ' =1',
    '\u00a0\u3000=1',
    '\ufeff=1',
    '\u200b@x',
    '＝1+1',
    '－1',
  ])('that a spreadsheet would run is put behind an apostrophe: %j', (text) => {
    const [[cell]] = parse(`${csvCell(text)}\r\n`) as [[string]];
    expect(cell).toBe(`'${text}`);
  });

  it.each(['-1.5', '-0.500', '-12', '110101199003072316', '1=1', "'=1", '王某某', ''])(
    'of another kind is left alone: %j',
    (text) => {
      expect(csvCell(text)).toBe(text);
    },
  );

  it('is quoted where it holds a comma, a quote or a line break', () => {
    expect(csvCell('a,b')).toBe('"a,b"');
    expect(csvCell('a "b"')).toBe('"a ""b"""');
    expect(csvCell('a\nb')).toBe('"a\nb"');
    expect(csvCell('a\rb')).toBe('"a\rb"');
  });

  it('holds numbers, truths and nothing', () => {
    expect([-1.5, 0, true, false, null, undefined].map(csvCell)).toEqual([
      '-1.5',
      '0',
      'true',
      'false',
      '',
      '',
    ]);
  });

  it('refuses a number that has lost digits', () => {
    expect(() => csvCell(Number('110101199003072316'))).toThrow(RangeError);
    expect(() => csvCell(Number.NaN)).toThrow(RangeError);
  });
});

describe('a file', () => {
  it('has a byte order mark, a header and CRLF line ends', async () => {
    expect(await written(one, [['x'], ['y', 'z']])).toBe('\uFEFFvalue\r\nx\r\ny\r\nz\r\n');
  });

  it('is written without the mark when that is switched off', async () => {
    expect(await written(one, [], { bom: false })).toBe('value\r\n');
  });

  it('reads a page only when the one before was taken', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `${index}`.padStart(100, 'x'));
    let read = 0;
    async function* pages() {
      for (; read < 50; ) {
        read += 1;
        yield rows;
      }
    }
    const pieces = csv(one, pages());
    await pieces.next();
    expect(read).toBe(1);
    await pieces.return();
  });

  it('fails where a page fails, rather than ending early', async () => {
    async function* pages() {
      yield ['x'];
      throw new Error('the database went away');
    }
    await expect(written(one, pages())).rejects.toThrow('the database went away');
  });
});

it('writes scores with exactly three decimals', () => {
  expect([63.25, 0, -1.5, 18.0005, null].map((score) => fixed(score, 3))).toEqual([
    '63.250',
    '0.000',
    '-1.500',
    '18.000',
    null,
  ]);
});
