import { type CadreColumns, inService } from '../../evidence/cadres.js';
import type { Source } from '../../source.js';
import type { Scores } from '../scores.js';
import { tieBreakOf } from './order.js';

/**
 * Does what `orderScores` does, for scores that were in order before those of a few cadres (by index,
 * each once) became others: only these look for their places, the others move up or down.
 */
export function reorderScores(
  scores: Scores,
  cadres: CadreColumns,
  sources: readonly Source[],
  changed: ArrayLike<number>,
): void {
  const few = Uint32Array.from(changed);
  const others = withoutThose(scores, few);
  const before = comesBefore(scores, cadres, sources);
  const placed = few
    .filter((cadre) => inService(cadres, cadre, scores.day))
    .sort((one, other) => (before(one, other) ? -1 : 1));
  for (const cadre of few) {
    scores.position[cadre] = 0;
    scores.rank[cadre] = 0;
  }
  const { order } = scores;
  const ranked = scores.rankedCount;
  let taken = 0;
  let at = 0;
  for (const cadre of placed) {
    const next = placeIn(others, taken, (other) => before(other, cadre));
    order.set(others.subarray(taken, next), at);
    at += next - taken;
    taken = next;
    order[at++] = cadre;
  }
  order.set(others.subarray(taken), at);
  scores.rankedCount = others.length + placed.length;
  order.fill(0, scores.rankedCount, Math.max(ranked, scores.rankedCount));
  number(scores);
}

/** Those who were in order, without some of them. */
function withoutThose({ order, position, rankedCount }: Scores, few: Uint32Array): Uint32Array {
  const gone = few.map((cadre) => position[cadre]).filter((place) => place > 0);
  gone.sort();
  const others = new Uint32Array(rankedCount - gone.length);
  let from = 0;
  let at = 0;
  for (const place of gone) {
    others.set(order.subarray(from, place - 1), at);
    at += place - 1 - from;
    from = place;
  }
  others.set(order.subarray(from, rankedCount), at);
  return others;
}

/** Whether one cadre comes before another. */
function comesBefore(
  { total, subtotals }: Scores,
  { byStaffNo }: CadreColumns,
  sources: readonly Source[],
): (one: number, other: number) => boolean {
  const tieBreak = tieBreakOf({ subtotals }, sources) ?? total;
  const place = new Uint32Array(byStaffNo.length);
  for (let at = 0; at < byStaffNo.length; at++) place[byStaffNo[at]] = at;
  return (one, other) => {
    const larger = total[one] - total[other] || tieBreak[one] - tieBreak[other];
    return larger === 0 ? place[one] < place[other] : larger > 0;
  };
}

/** The first place from `low` on whose cadre does not come before. */
function placeIn(others: Uint32Array, low: number, before: (other: number) => boolean): number {
  let high = others.length;
  while (low < high) {
    const half = (low + high) >>> 1;
    if (before(others[half])) low = half + 1;
    else high = half;
  }
  return low;
}

/** Numbers everyone by the order. */
function number({ order, total, position, rank, rankedCount }: Scores): void {
  let shared = 0;
  let above = -1;
  for (let at = 0; at < rankedCount; at++) {
    const cadre = order[at];
    if (total[cadre] !== above) shared = at + 1;
    above = total[cadre];
    position[cadre] = at + 1;
    rank[cadre] = shared;
  }
}
