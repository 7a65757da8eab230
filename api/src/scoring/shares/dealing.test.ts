import { describe, expect, it } from 'vitest';
import { type Dealt, deal } from './dealing.js';

const nobodys = (count: number): Dealt[] =>
  Array.from({ length: count }, (_, number) => ({ number, processId: null }));
const shares = (dealt: readonly Dealt[]) =>
  [...Map.groupBy(dealt, ({ processId }) => processId)]
    .map(([id, parts]) => [id, parts.length])
    .sort();
const moved = (before: readonly Dealt[], after: readonly Dealt[]) =>
  after.filter(({ processId }, at) => processId !== before[at]?.processId).length;

describe('partitions', () => {
  it('are all with the one worker there is, and with nobody where there is none', () => {
    expect(shares(deal(nobodys(8), [7]))).toEqual([[7, 8]]);
    expect(shares(deal(nobodys(8), []))).toEqual([[null, 8]]);
  });

  it('are dealt evenly, and stay where they are when nothing changes', () => {
    const three = deal(nobodys(8), [1, 2, 3]);
    expect(shares(three)).toEqual([
      [1, 3],
      [2, 3],
      [3, 2],
    ]);
    expect(deal(three, [1, 2, 3])).toEqual(three);
  });

  it('move to who came and from who died, and no others', () => {
    const one = deal(nobodys(8), [1]);
    const two = deal(one, [1, 2]);
    expect(shares(two)).toEqual([
      [1, 4],
      [2, 4],
    ]);
    expect(moved(one, two)).toBe(4);
    const left = deal(deal(two, [1, 2, 3]), [1, 3]);
    expect(shares(left)).toEqual([
      [1, 4],
      [3, 4],
    ]);
    const five = deal(deal(nobodys(8), [1, 2, 3, 4]), [1, 2, 3, 4, 5]);
    expect(shares(five)).toEqual([
      [1, 2],
      [2, 2],
      [3, 2],
      [4, 1],
      [5, 1],
    ]);
  });

  it('leave whom there is none for without', () => {
    expect(shares(deal(nobodys(2), [1, 2, 3]))).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });
});
