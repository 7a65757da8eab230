import { describe, expect, it } from 'vitest';
import { Mark } from './mark.js';

function markOf(...parts: (number | string)[]): number {
  const mark = new Mark();
  for (const part of parts) typeof part === 'string' ? mark.addText(part) : mark.addNumber(part);
  return mark.value;
}

describe('a mark', () => {
  it('is the same for the same, also after it was cleared', () => {
    const mark = new Mark();
    mark.addText('before');
    mark.clear();
    mark.addText('张伟');
    mark.addNumber(-1);
    expect(mark.value).toBe(markOf('张伟', -1));
  });

  it('is another one where a part, its end or the order is another', () => {
    const others = [
      markOf(),
      markOf(''),
      markOf('', ''),
      markOf('ab', 'c'),
      markOf('a', 'bc'),
      markOf('abc'),
      markOf('c', 'ab'),
      markOf(0),
      markOf(0, 0),
      markOf(1),
      markOf(2 ** 31 - 1),
    ];
    expect(new Set(others).size).toBe(others.length);
    expect(others.every((mark) => Number.isSafeInteger(mark) && mark > 0)).toBe(true);
  });

  it('tells a great many alike things apart', () => {
    const marks = new Set<number>();
    for (let person = 0; person < 300; person++) {
      for (let day = 0; day < 1000; day++) marks.add(markOf(`S${person}`, 'a0', 20_000 + day, 0));
    }
    expect(marks.size).toBe(300_000);
  });
});
