import { expect, it } from 'vitest';
import { daysAfter, daysBetween, monthsBefore } from './days.js';

it('goes back by months without leaving the month aimed at', () => {
  expect(monthsBefore('2026-11-22', 1)).toBe('2026-10-22');
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
  expect(monthsBefore('2024-03-31', 1)).toBe('2024-02-29');
  expect(monthsBefore('2026-01-15', 12)).toBe('2025-01-15');
});

it('counts days over leap days and year ends', () => {
  expect(daysAfter('2024-02-28', 1)).toBe('2024-02-29');
  expect(daysAfter('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
});
