import { packTexts } from '@probity/analytics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CopyLines } from './copy-lines.js';

/** What PostgreSQL reads out of a cell of COPY's text format, by its documentation. */
function read(cell: string): string | null {
  if (cell === '\\N') return null;
  const letters: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
  return cell.replace(/\\(.)/gs, (_, letter: string) => letters[letter] ?? letter);
}

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }).filter((some) => !some.includes('\0')),
  fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', 'é', '张', '𠮷', ' ') }),
);
const number = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(0, -1, 9, 10, 99, 100, 2 ** 53 - 1));

describe('lines for COPY', () => {
  it('are read as they were written, whatever is in a cell', () => {
    const lines = new CopyLines();
    const line = fc.record({
      one: fc.option(text),
      column: text,
      count: fc.option(number),
      list: fc.array(number),
      flag: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line), (rows) => {
        for (const { one, column, count, list, flag } of rows) {
          lines
            .text(one)
            .textAt(packTexts(['before', column]), 1)
            .number(count);
          lines.numbers(list).truth(flag).endLine();
        }
        const found = lines.taken().toString().split('\n');
        expect(found.pop()).toBe('');
        expect(found.map((each) => each.split('\t').map(read))).toEqual(
          rows.map(({ one, column, count, list, flag }) => [
            ...[one, column, count === null ? null : String(count)],
            ...[`{${list.join(',')}}`, flag ? 't' : 'f'],
          ]),
        );
      }),
    );
  });

  it('begin with cells that others hold, and have bytes', () => {
    const person = new CopyLines().number(7).text('张');
    const lines = new CopyLines();
    for (const byte of [0, 255])
      lines
        .cells(person)
        .bytes(Buffer.from([byte]))
        .nothing()
        .endLine();
    expect(lines.taken().toString()).toBe('7\t张\t\\\\x00\t\\N\n7\t张\t\\\\xff\t\\N\n');
    expect(lines.taken()).toHaveLength(0);
    expect(person.clear().text('').taken().toString()).toBe('\t');
  });

  it('have whole numbers alone', () => {
    const lines = new CopyLines();
    for (const wrong of [0.5, Number.NaN, 2 ** 53]) {
      expect(() => lines.number(wrong)).toThrow(RangeError);
    }
  });
});
