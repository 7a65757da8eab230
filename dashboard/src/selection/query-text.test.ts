import { describe, expect, it } from 'vitest';
import { readersOf } from './page-readers.js';
import { mistakesOf } from './query-text.js';
import { rankingSelectionOf } from './ranking.selection.js';

describe('rankingSelectionOf', () => {
  it('reads every filter of the address', () => {
    expect(
      rankingSelectionOf({
        asOf: '2026-11-22',
        unit: 'U1',
        band: 'elevated,high',
        q: '王',
        from: '9',
        to: '18.5',
        source: 'audit-finding',
        overdue: 'only',
        sort: '-overdue',
        compareTo: '2026-10-22',
        peek: 'S1',
      }),
    ).toEqual({
      asOf: '2026-11-22',
      unit: 'U1',
      bands: ['high', 'elevated'],
      q: '王',
      from: 9,
      to: 18.5,
      source: 'audit-finding',
      overdueOnly: true,
      sort: '-overdue',
      compareTo: '2026-10-22',
      peek: 'S1',
    });
  });

  it('takes no day that a month does not have for one of the next', () => {
    expect(rankingSelectionOf({ asOf: '2024-02-30' }).asOf).toBeUndefined();
    expect(rankingSelectionOf({ asOf: '2024-13-01' }).asOf).toBeUndefined();
    expect(rankingSelectionOf({ asOf: '2024-02-29' }).asOf).toBe('2024-02-29');
  });

  it('passes over what it does not understand', () => {
    const selection = rankingSelectionOf({
      asOf: '22.11.2026',
      band: 'worst',
      from: 'low',
      sort: 'random',
      unit: '',
    });
    expect(selection).toMatchObject({
      asOf: undefined,
      bands: [],
      from: undefined,
      sort: 'position',
      unit: undefined,
    });
  });
});

describe('mistakesOf', () => {
  it.each([
    [
      'ranking',
      { band: 'zzz', scoreFrom: '9', from: 'low', q: '王', sort: '' },
      'band scoreFrom from',
    ],
    ['ranking', { band: 'high,zzz', unit: 'U1', asOf: '2024-02-30' }, 'band asOf'],
    ['ranking', { band: 'high,low', overdue: 'only', compareTo: '2026-10-22' }, ''],
    ['follow-ups', { state: 'zzz', kind: 'foo', owedBy: 'unit', inherited: 'too' }, 'state kind'],
    ['appointments', { stage: 'zzz', blocked: 'true' }, 'stage'],
    ['units', { sort: 'name', unit: 'U1' }, 'sort'],
    ['audit', { outcome: 'zzz', from: '2026-01-01', to: 'then' }, 'outcome to'],
    ['policy', { version: 'last' }, 'version'],
    ['records', { kind: 'sanctions', 'given.staff_no': 'S1' }, ''],
    ['exports', { unit: 'U1', band: 'high' }, 'band'],
  ])('on the page %s finds in %j: %s', (page, query, names) => {
    const found = mistakesOf(query, readersOf(page));
    expect(found.map(({ name }) => name).join(' ')).toBe(names);
  });
});
