import { type CadreColumns, inService } from '../evidence/cadres.js';
import type { Source } from '../source.js';
import type { Scores } from './scores.js';

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Puts those in service in order: total descending, then the subtotal of the source that breaks
 * ties, then staff number by code point. Fills `order`, `position`, `rank` and `rankedCount`.
 */
export function orderScores(
  scores: Scores,
  cadres: CadreColumns,
  sources: readonly Source[],
): void {
  let rankedCount = 0;
  let order = new Uint32Array(scores.count);
  for (const cadre of cadres.byStaffNo) {
    if (inService(cadres, cadre, scores.day)) order[rankedCount++] = cadre;
  }
  order = order.subarray(0, rankedCount);
  // Each sort keeps the order of equals, so the last one decides first.
  const tieBreak = sources.find((source) => source.breaksTies);
  if (tieBreak) order = descending(order, scores.subtotals[tieBreak.key]);
  order = descending(order, scores.total);
  number(scores, order);
}

/** Stable counting sort by digits of 16 bits: linear in the number of cadres, whatever the points. */
function descending(order: Uint32Array<ArrayBuffer>, keys: Int32Array): Uint32Array<ArrayBuffer> {
  let largest = 0;
  for (const cadre of order) if (keys[cadre] > largest) largest = keys[cadre];
  let sorted = order;
  let spare = new Uint32Array(order.length);
  for (let shift = 0; shift === 0 || largest >>> shift > 0; shift += DIGIT_BITS) {
    const ends = new Uint32Array(DIGITS + 1);
    for (const cadre of sorted) ends[digit(largest - keys[cadre], shift) + 1]++;
    for (let at = 0; at < DIGITS; at++) ends[at + 1] += ends[at];
    for (const cadre of sorted) spare[ends[digit(largest - keys[cadre], shift)]++] = cadre;
    [sorted, spare] = [spare, sorted];
    if (shift + DIGIT_BITS >= 32) break;
  }
  return sorted;
}

function digit(key: number, shift: number): number {
  return (key >>> shift) & (DIGITS - 1);
}

function number(scores: Scores, order: Uint32Array): void {
  scores.position.fill(0);
  scores.rank.fill(0);
  scores.order.fill(0);
  scores.order.set(order);
  scores.rankedCount = order.length;
  order.forEach((cadre, at) => {
    const above = order[at - 1];
    const tied = at > 0 && scores.total[above] === scores.total[cadre];
    scores.position[cadre] = at + 1;
    scores.rank[cadre] = tied ? scores.rank[above] : at + 1;
  });
}
