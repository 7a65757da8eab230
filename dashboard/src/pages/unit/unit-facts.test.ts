import { describe, expect, it } from 'vitest';
import type { UnitSummary } from '../../data/shapes.js';
import { unitFactsOf } from './unit-facts.js';

const bands = (high: number, low: number) => ({
  high,
  elevated: 0,
  watch: 0,
  low,
  insufficient: 0,
});
const part = (name: string, high: number, low: number) => ({
  code: name,
  name,
  cadreCount: high + low,
  bands: bands(high, low),
  meanScore: 1,
  overdueCount: 0,
});

const summary: UnitSummary = {
  ...part('whole', 10, 90),
  meanScore: 5.25,
  parentCode: null,
  closedOn: null,
  movedSince: [],
  asOf: '2026-11-22',
  runId: 1,
  knownAt: '2026-11-22T00:00:00Z',
  policyVersion: 1,
  stale: false,
  projection: false,
  histogram: [],
  completion: {},
  trend: [],
  yearBefore: { ...part('', 20, 80), meanScore: 5, asOf: '2025-11-22' },
  overdue: { 'rectify-finding': 2, 'submit-report': 7, 'return-visit': 0 },
  children: [part('tiny', 2, 1), part('calm', 1, 49), part('busy', 7, 40)],
};

describe('unitFactsOf', () => {
  it('compares with a year ago, and names the part and the kind that lead', () => {
    expect(unitFactsOf(summary)).toMatchObject({
      share: 0.1,
      shareBefore: 0.2,
      verdict: 'better',
      meanChange: 0.25,
      leading: { name: 'busy' },
      overdueCount: 9,
      mostOverdue: { kind: 'submit-report', count: 7 },
    });
  });

  it('calls shares the same that look the same, and does not compare with nobody', () => {
    const alike = { ...part('', 10, 92), asOf: '2025-11-22' };
    expect(unitFactsOf({ ...summary, yearBefore: alike }).verdict).toBe('same');
    const nobody = { ...part('', 0, 0), asOf: '2025-11-22' };
    expect(unitFactsOf({ ...summary, yearBefore: nobody })).toMatchObject({
      verdict: 'now',
      shareBefore: null,
    });
  });

  it('counts what is shown where some of it is hidden', () => {
    const overdue = { 'rectify-finding': 15, 'hold-debriefing': 5, 'heart-to-heart': null };
    expect(unitFactsOf({ ...summary, overdue })).toMatchObject({
      overdueCount: null,
      overdueShownCount: 20,
      mostOverdue: { kind: 'rectify-finding', count: 15 },
    });
  });

  it('says nothing of what is hidden', () => {
    const hidden = { high: null, elevated: null, watch: 10, low: 60, insufficient: 20 };
    const told: UnitSummary = {
      ...summary,
      bands: hidden,
      suppressed: true,
      overdue: { 'rectify-finding': null },
    };
    expect(unitFactsOf(told)).toMatchObject({
      share: null,
      verdict: 'hidden',
      overdueCount: null,
      mostOverdue: { kind: 'rectify-finding', count: null },
    });
  });
});
