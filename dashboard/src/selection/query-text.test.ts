import { describe, expect, it } from 'vitest';
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
