import { describe, expect, it } from 'vitest';
import { dateOf, dayOf, dayOfParts, NO_DAY, yearOf } from './day.js';

describe('days', () => {
  it('counts from 1970 and back again, over leap days and year ends', () => {
    expect(dayOf('1970-01-01')).toBe(0);
    expect(dayOf('2024-02-29') - dayOf('2024-02-28')).toBe(1);
    expect(dayOf('2024-03-01') - dayOf('2024-02-28')).toBe(2);
    expect(dayOf('2025-01-01') - dayOf('2024-12-31')).toBe(1);
    expect(dateOf(dayOf('1899-12-31'))).toBe('1899-12-31');
    expect(yearOf(dayOf('2023-12-31'))).toBe(2023);
    expect(dateOf(NO_DAY)).toBeNull();
  });

  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '20240101', ''])(
    'refuses %j',
    (date) => {
      expect(() => dayOf(date)).toThrow(RangeError);
    },
  );

  it('says nothing for parts that are no date', () => {
    expect(dayOfParts(2023, 2, 29)).toBeUndefined();
    expect(dayOfParts(2024, 2, 29)).toBe(dayOf('2024-02-29'));
  });
});
