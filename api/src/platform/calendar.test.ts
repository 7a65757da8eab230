import { afterEach, describe, expect, it, vi } from 'vitest';
import { monthEndsBefore, yearBefore } from './calendar.js';

afterEach(() => vi.unstubAllEnvs());

describe('the month ends before a date', () => {
  it('pass leap days and year ends, oldest first', () => {
    expect(monthEndsBefore('2024-04-15', 5)).toEqual([
      '2023-11-30',
      '2023-12-31',
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
    ]);
  });

  it('leave out the date itself', () => {
    expect(monthEndsBefore('2023-03-31', 1)).toEqual(['2023-02-28']);
  });

  it('are the same whatever the time zone of the machine', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      vi.stubEnv('TZ', zone);
      expect(monthEndsBefore('2024-03-01', 1)).toEqual(['2024-02-29']);
    }
  });
});

describe('a year before', () => {
  it('keeps month and day, and takes 28 February for 29', () => {
    expect(yearBefore('2026-11-22')).toBe('2025-11-22');
    expect(yearBefore('2024-02-29')).toBe('2023-02-28');
    expect(yearBefore('2025-02-28')).toBe('2024-02-28');
  });
});
