const FIRST_SURROGATE = 0xd800;
const AFTER_SURROGATES = 0xe000;

/** A UTF-16 unit's place among code points: surrogates stand for code points above all others. */
function place(unit: number): number {
  if (unit < FIRST_SURROGATE) return unit;
  return unit < AFTER_SURROGATES ? unit + 0x10000 : unit;
}

/**
 * Compares two texts by code point, as PostgreSQL's "C" collation does in UTF-8: negative, 0 or
 * positive. JavaScript's own `<` compares UTF-16 units and puts U+1F600 before U+FF21.
 */
export function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return place(left) - place(right);
  }
  return a.length - b.length;
}
