import { describe, expect, it } from 'vitest';
import { answered, nobody, rolledUp, type UnitTally } from './tally.js';

const high = (count: number, sum: number): UnitTally => ({
  bands: { ...nobody.bands, high: count },
  sum,
  overdueCount: count,
});

describe('a subtree', () => {
  it('comes to its own people and those of every unit under it', () => {
    // 1 (2 (3) 4) 5: two trees side by side.
    const units = [
      { enter: 1, leave: 4 },
      { enter: 2, leave: 3 },
      { enter: 3, leave: 3 },
      { enter: 4, leave: 4 },
      { enter: 5, leave: 5 },
    ];
    const own = new Map([
      [1, high(1, 30_000)],
      [3, high(10, 300_000)],
      [4, high(100, 3_000_000)],
      [5, high(1000, 30_000_000)],
    ]);
    const totals = rolledUp(units, own);
    expect(totals.map((tally) => tally.bands.high)).toEqual([111, 10, 10, 100, 1000]);
    expect(totals[0]).toMatchObject({ sum: 3_330_000, overdueCount: 111 });
  });

  it('is empty where nobody is', () => {
    expect(rolledUp([{ enter: 7, leave: 7 }], new Map())).toEqual([nobody]);
  });
});

describe('an answer', () => {
  it('has the mean to three decimals', () => {
    expect(answered(high(3, 10_000)).meanScore).toBe(3.333);
  });

  it('has no mean over nobody', () => {
    expect(answered(nobody)).toMatchObject({ cadreCount: 0, meanScore: null });
  });
});
