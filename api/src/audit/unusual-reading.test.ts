import { describe, expect, it } from 'vitest';
import { type DayOfReading, unusualDays } from './unusual-reading.js';

/** Consecutive days of one subject from 1 March 2026 on; 0 is a day without reading. */
const days = (subject: string, ...counts: number[]): DayOfReading[] =>
  counts
    .map((peopleCount, at) => ({
      subject,
      day: `2026-03-${String(at + 1).padStart(2, '0')}`,
      peopleCount,
    }))
    .filter(({ peopleCount }) => peopleCount > 0);

const found = (all: DayOfReading[], from = '2026-03-01') =>
  unusualDays(all, from).map(({ subject, day, peopleCount }) => [subject, day, peopleCount]);

describe('unusual reading', () => {
  it('is a day far above the subject’s own usual', () => {
    const all = days('a', 30, 34, 28, 32, 30, 31, 400, 30);
    expect(unusualDays(all, '2026-03-06')).toEqual([
      // The median of the six days before is 30.5, the median distance from it 1, a fifth of it 6.1.
      { subject: 'a', day: '2026-03-07', peopleCount: 400, usual: 30.5, limit: 61, basis: 'own' },
    ]);
  });

  it('is not what is usual for that subject, however much it is for others', () => {
    const all = [
      ...days('reader', 500, 520, 480, 510, 490, 505, 530),
      ...days('a', 3, 4, 2, 3, 5, 3, 4),
    ];
    expect(found(all, '2026-03-06')).toEqual([]);
  });

  it('is measured by everyone’s days where a subject has too few of its own', () => {
    const all = [...days('a', 20, 22, 21, 20, 23, 22, 21), ...days('new', 0, 0, 0, 0, 0, 0, 300)];
    expect(unusualDays(all, '2026-03-07')).toMatchObject([
      { subject: 'new', peopleCount: 300, basis: 'everyone' },
    ]);
  });

  it('is nothing while there is no usual yet, neither one’s own nor anybody’s', () => {
    expect(found([...days('a', 400, 500, 3, 900, 700), ...days('b', 300, 0, 0, 0, 800)])).toEqual(
      [],
    );
    expect(found(days('a', 30, 30, 30, 30, 30, 900))).toEqual([['a', '2026-03-06', 900]]);
  });

  it('is never a day with few people', () => {
    expect(found(days('a', 1, 1, 1, 1, 1, 1, 19), '2026-03-07')).toEqual([]);
    expect(found(days('a', 1, 1, 1, 1, 1, 1, 20), '2026-03-07')).toEqual([['a', '2026-03-07', 20]]);
  });

  it('does not become usual by one day of it', () => {
    const all = days('a', 30, 30, 30, 30, 30, 400, 400);
    expect(found(all, '2026-03-06')).toEqual([
      ['a', '2026-03-07', 400],
      ['a', '2026-03-06', 400],
    ]);
  });
});
