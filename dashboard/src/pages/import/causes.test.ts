import { expect, it } from 'vitest';
import { causesOf, rowCountOf } from './causes.js';

const problem = (line: number, column: string, code: string) => ({
  line,
  column,
  code,
  message: '',
  value: '',
});

it('keeps missing columns together', () => {
  const missing = ['ref', 'staff_no'].map((column) => problem(1, column, 'missing-column'));
  expect(causesOf(missing)).toEqual([
    { key: 'missing-column/', code: 'missing-column', column: '', problems: missing },
  ]);
});

it('groups by reason and column, and counts a row once', () => {
  const problems = [
    problem(2, 'rating', 'out-of-range'),
    problem(3, 'given_on', 'bad-date'),
    problem(3, 'rating', 'out-of-range'),
    problem(4, 'due_on', 'bad-date'),
  ];
  expect(causesOf(problems).map(({ key, problems: found }) => [key, found.length])).toEqual([
    ['out-of-range/rating', 2],
    ['bad-date/due_on', 1],
    ['bad-date/given_on', 1],
  ]);
  expect(rowCountOf(problems)).toBe(3);
});
