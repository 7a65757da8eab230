import { describe, expect, it } from 'vitest';
import { faded } from '../source.js';
import { decayOf } from './decay.js';

describe('decayOf', () => {
  it('is 1 today, a half after a half-life, and ends at 0', () => {
    const decay = (age: number) => faded(decayOf(540), age);
    expect([decay(0), decay(540), decay(1080)]).toEqual([1, 0.5, 0.25]);
    expect(decay(540 * 26 + 1)).toBe(0);
    expect(decay(1_000_000)).toBe(0);
  });

  it('is a whole number of 2^-24', () => {
    const decay = (age: number) => faded(decayOf(730), age);
    for (let age = 0; age < 4000; age++) expect(Number.isInteger(decay(age) * 2 ** 24)).toBe(true);
  });

  it('holds for the longest half-life, a century, and for one of hours', () => {
    const long = (age: number) => faded(decayOf(36_525), age);
    const worked = (age: number) => Math.floor(2 ** (-age / 36_525) * 2 ** 24 + 0.5) / 2 ** 24;
    for (const age of [65_535, 65_536, 913_125, 913_126, 949_650, 3_000_000]) {
      expect(long(age)).toBe(worked(age));
    }
    expect([0, 1, 9].map((age) => faded(decayOf(0.1), age))).toEqual([1, 2 ** -10, 0]);
  });
});
