import { expect, it } from 'vitest';
import { mayOpen, pagesFor } from './rail-pages.js';

const opened = (...roles: string[]) => pagesFor(roles).map(({ name }) => name);

it('shows each role the pages that answer its questions', () => {
  expect(opened('inspector')).toEqual([
    ...['ranking', 'follow-ups', 'units', 'appointments'],
    ...['talks', 'random-check', 'records', 'exports', 'policy', 'over-time'],
  ]);
  expect(opened('leader')).toEqual(['follow-ups', 'units']);
  expect(opened('data-officer')).toEqual(['imports', 'records']);
  expect(opened('administrator')).toEqual([
    'accounts',
    'proposals',
    'policy',
    'over-time',
    'processes',
  ]);
  expect(opened('service')).toEqual([]);
  expect(opened('leader', 'data-officer')).toEqual(['follow-ups', 'units', 'imports', 'records']);
});

it('opens what has no word in the rail to everyone, and the rest to its roles', () => {
  expect(mayOpen(undefined, ['service'])).toBe(true);
  expect(mayOpen('account', ['service'])).toBe(true);
  expect(mayOpen('imports', ['data-officer'])).toBe(true);
  expect(mayOpen('imports', ['inspector'])).toBe(false);
});
