import { expect, it } from 'vitest';
import { ending } from './local-time.js';

it('tells an end by how long that is, and by the clock of a zone', () => {
  const now = Date.parse('2026-11-23T03:00:02Z');
  const told = (instant: string) => ending(instant, now, 'Asia/Shanghai');
  expect(told('2026-11-24T03:00:00Z')).toBe('for 24 hours (until 24 Nov 2026, 11:00 GMT+8)');
  expect(told('2026-11-23T04:10:00Z')).toBe('for 1 hour (until 23 Nov 2026, 12:10 GMT+8)');
  expect(told('2027-02-21T03:00:00Z')).toBe('for 90 days (until 21 Feb 2027, 11:00 GMT+8)');
});
