import { describe, expect, it } from 'vitest';
import { decayOf } from './decay.js';

describe('decayOf', () => {
  it('is 1 today, a half after a half-life, and ends at 0', () => {
    const decay = decayOf(540);
    expect([decay(0), decay(540), decay(1080)]).toEqual([1, 0.5, 0.25]);
    expect(decay(540 * 26 + 1)).toBe(0);
    expect(decay(1_000_000)).toBe(0);
  });

  it('is a whole number of 2^-24', () => {
    const decay = decayOf(730);
    for (let age = 0; age < 4000; age++) expect(Number.isInteger(decay(age) * 2 ** 24)).toBe(true);
  });

  it('gives the same bits within and beyond its table', () => {
    const long = decayOf(36_525);
    const worked = (age: number) => Math.floor(2 ** (-age / 36_525 + 24) + 0.5) / 2 ** 24;
    for (const age of [65_535, 65_536, 65_537]) expect(long(age)).toBeCloseTo(worked(age), 7);
    expect(long(65_535)).toBeGreaterThan(long(65_600));
  });
});
