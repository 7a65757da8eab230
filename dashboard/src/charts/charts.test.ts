import { describe, expect, it } from 'vitest';
import { bandAt } from './band-limits.js';
import { bandSharesChart } from './band-shares.chart.js';
import { histogramChart } from './histogram.chart.js';
import { plainLook } from './look.js';
import { sortedRates } from './rates.chart.js';
import { policyChanges, trendChart } from './trend.chart.js';
import { waterfallChart } from './waterfall/waterfall.chart.js';
import { stepsOf } from './waterfall/waterfall-steps.js';
import { wilson } from './wilson.js';

const limits = { high: 30, elevated: 18, watch: 9 };
const band = (name: string) => name;

describe('bandAt', () => {
  it('counts a limit itself to the band above', () => {
    expect([29.999, 30, 18, 17.999, 9, 8.999].map((score) => bandAt(score, limits))).toEqual([
      'elevated',
      'high',
      'elevated',
      'watch',
      'watch',
      'low',
    ]);
  });
});

describe('wilson', () => {
  it('agrees with published bounds for 10 of 100', () => {
    const rate = wilson(10, 100);
    expect(rate?.low).toBeCloseTo(0.0552, 4);
    expect(rate?.high).toBeCloseTo(0.1744, 4);
  });

  it('stays within 0..1 and is wide for small groups', () => {
    expect(wilson(0, 3)).toMatchObject({ share: 0, low: 0 });
    expect(wilson(3, 3)).toMatchObject({ share: 1, high: 1 });
    expect(wilson(3, 3)?.low).toBeLessThan(0.5);
    expect(wilson(0, 0)).toBeNull();
  });
});

describe('sortedRates', () => {
  it('puts the highest share first and suppressed units last', () => {
    const unit = (code: string, share?: number) => ({
      code,
      name: code,
      rate: share === undefined ? null : { share, low: 0, high: 1 },
    });
    const sorted = sortedRates([unit('b'), unit('c', 0.1), unit('a'), unit('d', 0.4)]);
    expect(sorted.map((one) => one.code)).toEqual(['d', 'c', 'a', 'b']);
  });
});

describe('trend', () => {
  const values = [
    { asOf: '2026-09-30', value: 3, policyVersion: 1 },
    { asOf: '2026-10-31', value: 12.5, policyVersion: 2 },
    { asOf: '2026-11-22', value: 12, policyVersion: 2 },
  ];

  it('marks where the policy changed', () => {
    expect(policyChanges(values)).toEqual([values[1]]);
  });

  it('draws only the limits that are near the values', () => {
    const words = { month: band, value: String, tick: String, band, policy: String };
    const { series } = trendChart(values, limits, words, plainLook);
    const [line] = series as unknown as [{ markLine: { data: { yAxis?: number }[] } }];
    expect(line.markLine.data.flatMap((mark) => mark.yAxis ?? [])).toEqual([9]);
  });
});

describe('a trend with a hidden value', () => {
  it('has a gap there', () => {
    const values = [10, null, 12].map((value, at) => ({ asOf: `2026-0${at + 1}-28`, value }));
    const words = { month: String, value: String, tick: String, band, policy: String };
    const { series } = trendChart(values, undefined, words, plainLook);
    const [line] = series as unknown as [{ data: unknown[]; connectNulls?: boolean }];
    expect(line.data).toEqual([10, null, 12]);
    expect(line.connectNulls).toBeUndefined();
  });
});

describe('waterfallChart', () => {
  it('starts every bar where the former one ended', () => {
    const steps = stepsOf([
      {
        source: 'audit-finding',
        subtotal: 30,
        contributions: [{ ref: 'A', occurredOn: null, points: 34, reason: '' }],
        adjustments: [{ kind: 'cap', points: -4 }],
      },
    ]);
    const words = { name: () => '', points: () => '', band };
    const { series } = waterfallChart(steps, limits, words, () => 'red', plainLook);
    const [base, bar, ends] = series as unknown as [
      { data: number[] },
      { data: { value: number }[] },
      { z: number; label: object },
    ];
    expect(base.data).toEqual([0, 30, 0]);
    expect(bar.data.map((one) => one.value)).toEqual([34, 4, 30]);
    // No line of a limit runs through a number.
    expect(ends).toMatchObject({ z: 6, label: { backgroundColor: 'ground' } });
  });
});

describe('histogramChart', () => {
  it('colours a bin by the band it begins in, and keeps apart who lacks evidence', () => {
    const bins = [
      { from: 6, to: 9, count: 4, insufficient: 3 },
      { from: 30, to: 33, count: 1, insufficient: 0 },
    ];
    const words = { band, bin: () => '', count: String };
    const { series } = histogramChart(bins, limits, words, plainLook);
    type Bar = { value: number[]; itemStyle: { color: string } };
    const [people] = series as unknown as [{ data: Bar[] }];
    expect(people.data.map(({ value, itemStyle }) => [value[3], itemStyle.color])).toEqual([
      [0.75, 'low'],
      [0, 'high'],
    ]);
  });
});

describe('bandSharesChart', () => {
  it('makes every bar one whole', () => {
    const counts = { high: 1, elevated: 2, watch: 3, low: 10, insufficient: 4 };
    const none = { high: 0, elevated: 0, watch: 0, low: 0, insufficient: 0 };
    const moments = [
      { name: 'now', total: 20, counts },
      { name: 'before', total: 0, counts: none },
    ];
    const { series } = bandSharesChart(moments, { band, count: String }, plainLook);
    const data = (series as unknown as { data: number[] }[]).map((one) => one.data);
    expect(data.reduce((sum, one) => sum + (one[0] as number), 0)).toBeCloseTo(1, 10);
    expect(data.every((one) => one[1] === 0)).toBe(true);
  });

  it('leaves what is hidden of a whole to a part of its own', () => {
    const counts = { high: null, elevated: null, watch: 10, low: 30, insufficient: 0 };
    const moments = [{ name: 'now', total: 50, counts }];
    const words = { band, count: (value: number | null) => String(value ?? '*') };
    const { series } = bandSharesChart(moments, words, plainLook);
    const data = (series as unknown as { name: string; data: number[] }[]).map((one) => [
      one.name,
      one.data[0],
    ]);
    expect(Object.fromEntries(data)).toMatchObject({ high: 0, watch: 0.2, low: 0.6, hidden: 0.2 });
  });
});
