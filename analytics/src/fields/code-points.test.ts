import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints } from './code-points.js';

describe('compareCodePoints', () => {
  it('puts a character beyond the basic plane after full-width letters, unlike `<`', () => {
    expect('\u{1F600}' < '\uFF21').toBe(true);
    expect(compareCodePoints('\u{1F600}', '\uFF21')).toBeGreaterThan(0);
  });

  it('puts a prefix first', () => {
    expect(compareCodePoints('S1', 'S10')).toBeLessThan(0);
    expect(compareCodePoints('', 'S')).toBeLessThan(0);
  });

  it('agrees with comparing the UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(
          Buffer.compare(Buffer.from(a), Buffer.from(b)),
        );
      }),
    );
  });
});
