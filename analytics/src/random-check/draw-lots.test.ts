import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawLots, drawnCount } from './draw-lots.js';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('a draw', () => {
  it('can be worked out by hand', () => {
    // printf '2026\nS001' | sha256sum, and so on.
    const lots = drawLots('2026', ['S001', 'S002', 'S003'], 0.5, sha256);
    const byHand = ['S001', 'S002', 'S003']
      .map((staffNo) => `${sha256(`2026\n${staffNo}`)} ${staffNo}`)
      .sort();
    expect(lots.map(({ hash, staffNo }) => `${hash} ${staffNo}`)).toEqual(byHand);
    expect(lots.map(({ place, drawn }) => [place, drawn])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect(sha256('2026\nS001')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('rounds up to whole people, without the errors of decimal fractions', () => {
    const counts = [0, 1, 9, 10, 11, 30, 70, 1_000_000].map((count) => drawnCount(count, 0.1));
    expect(counts).toEqual([0, 1, 1, 1, 2, 3, 7, 100_000]);
    expect([drawnCount(5, 0), drawnCount(5, 1)]).toEqual([0, 5]);
  });

  it('gives the same lots in whatever order people come, and draws the first of them', () => {
    const people = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 40 });
    fc.assert(
      fc.property(
        fc.string(),
        people,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, staffNos, share) => {
          const lots = drawLots(seed, staffNos, share, sha256);
          expect(drawLots(seed, staffNos.toReversed(), share, sha256)).toEqual(lots);
          expect(lots.filter(({ drawn }) => drawn)).toHaveLength(
            drawnCount(staffNos.length, share),
          );
          const last = lots.findLast(({ drawn }) => drawn)?.hash ?? '';
          for (const { hash, drawn } of lots) expect(drawn).toBe(hash <= last);
        },
      ),
    );
  });
});
