import { defaultPolicy } from '@probity/analytics';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../platform/canonical-json.js';
import { mergeChanges } from './merge-changes.js';

describe('canonical JSON', () => {
  it('does not depend on the order of members', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x"' }] })).toBe(
      '{"a":[{"c":"x\\"","d":null}],"b":1}',
    );
    expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}');
  });

  it('says the same as the value', () => {
    expect(JSON.parse(canonicalJson(defaultPolicy))).toEqual(
      JSON.parse(JSON.stringify(defaultPolicy)),
    );
  });
});

describe('changes laid over a document', () => {
  const document = { bands: { high: 30, watch: 9 }, ranks: ['a', 'b'], from: '2024-01-01' };

  it('replace what they name and leave the rest', () => {
    expect(mergeChanges(document, { bands: { high: 40 }, ranks: ['c'], from: null })).toEqual({
      bands: { high: 40, watch: 9 },
      ranks: ['c'],
      from: null,
    });
  });

  it('may name what was not there, and leave the document as it was', () => {
    expect(mergeChanges(document, { bands: { low: 1 } })).toMatchObject({ bands: { low: 1 } });
    expect(document.bands).toEqual({ high: 30, watch: 9 });
  });
});
