import { describe, expect, it } from 'vitest';
import { recordsOf } from './csv-text.js';

describe('recordsOf', () => {
  it('reads quotes, commas, line ends within cells and a byte order mark', async () => {
    const text = '\ufeffline,value\r\n2,"a ""b"", c\r\nd"\r\n3,\r\n';
    expect(await recordsOf(text, 10)).toEqual([
      { line: '2', value: 'a "b", c\r\nd' },
      { line: '3', value: '' },
    ]);
  });

  it('ends without a last line end, and at the most asked for', async () => {
    expect(await recordsOf('a,b\n1,2\n3,4', 10)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
    expect(await recordsOf('a\n1\n2\n3\n', 2)).toHaveLength(2);
    expect(await recordsOf('a,b\r\n', 10)).toEqual([]);
  });

  it('gives formulas as they were, without the apostrophe that guards a spreadsheet', async () => {
    const text = "value\n'=1+1\n\"' @SUM(A1,A2)\"\n'tis\n-4.2\n";
    const rows = await recordsOf(text, 10);
    expect(rows.map(({ value }) => value)).toEqual(['=1+1', ' @SUM(A1,A2)', "'tis", '-4.2']);
  });
});
