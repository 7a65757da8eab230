import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packTexts, textAt } from './texts.js';

it('gives back every text, whatever its characters, from shared memory too', () => {
  // Lone surrogates are no text that UTF-8 could carry.
  const text = fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed());
  fc.assert(
    fc.property(fc.array(text), fc.boolean(), (texts, shared) => {
      const packed = packTexts(texts, shared);
      expect(texts.map((_, row) => textAt(packed, row))).toEqual(texts);
      expect(packed.bytes.length).toBe(Buffer.byteLength(texts.join('')));
    }),
  );
});
