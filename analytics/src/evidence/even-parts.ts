import type { Evidence } from './evidence.js';

/** What a cadre without a record costs beside one record. */
const CADRE_WEIGHT = 4;

/**
 * Where to cut everyone into so many parts of about as much work each, for threads: part `i` has
 * the cadres from place `i` of the result to place `i + 1` (exclusive). Parts may be empty.
 */
export function evenParts({ cadres, sources }: Evidence, partCount: number): number[] {
  const tables = Object.values(sources).flatMap((table) => (table ? [table.from] : []));
  const workBefore = (cadre: number) =>
    tables.reduce((sum, from) => sum + from[cadre], CADRE_WEIGHT * cadre);
  const all = workBefore(cadres.count);
  let cut = 0;
  return Array.from({ length: partCount + 1 }, (_, part) => {
    if (part === partCount) return cadres.count;
    const wanted = (all * part) / partCount;
    // Rows that were exchanged lie behind all others: the sums are nearly right, and cuts never go back.
    let low = cut;
    let high = cadres.count;
    while (low < high) {
      const half = (low + high) >>> 1;
      if (workBefore(half) < wanted) low = half + 1;
      else high = half;
    }
    cut = low;
    return low;
  });
}
