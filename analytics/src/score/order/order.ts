import { type CadreColumns, inService } from '../../evidence/cadres.js';
import type { Source } from '../../source.js';
import type { Scores } from '../scores.js';
import { sortRun } from './run-sort.js';

/** Where a thread's part of everyone, put in order by itself, lies in the memory that all parts share. */
export interface Run {
  readonly start: number;
  readonly length: number;
}

/**
 * Puts those in service in order: total descending, then the subtotal of the source that breaks
 * ties, then staff number by code point. Fills `order`, `position`, `rank` and `rankedCount`.
 */
export function orderScores(
  scores: Scores,
  cadres: CadreColumns,
  sources: readonly Source[],
): void {
  const held = new Uint32Array(scores.count);
  const run = orderRun(scores, cadres, sources, held, 0, scores.count);
  mergeRuns(scores, sources, held, [run], 0, 1);
}

/**
 * The first half of the same, for threads: puts one part of everyone in order, those from place
 * `from` to place `to` (exclusive) by staff number. The run is written into `held`, in which every
 * cadre has a place.
 */
export function orderRun(
  scores: Scores,
  cadres: CadreColumns,
  sources: readonly Source[],
  held: Uint32Array,
  from: number,
  to: number,
): Run {
  const { byStaffNo } = cadres;
  let length = 0;
  for (let place = from; place < to; place++) {
    const cadre = byStaffNo[place];
    if (inService(cadres, cadre, scores.day)) held[from + length++] = cadre;
    else {
      scores.position[cadre] = 0;
      scores.rank[cadre] = 0;
    }
  }
  const run = held.subarray(from, from + length);
  // Each sort keeps the order of equals, so the last one decides first.
  const tieBreak = tieBreakOf(scores, sources);
  if (tieBreak) sortRun(run, tieBreak);
  sortRun(run, scores.total);
  return { start: from, length };
}

/**
 * The second half: of the runs of all parts, in the order of their parts, merges and numbers one
 * slice of as many as there are. Slices can be merged at the same time by several threads; the last
 * of them also sets `rankedCount` in its own `scores`.
 */
export function mergeRuns(
  scores: Scores,
  sources: readonly Source[],
  held: Uint32Array,
  runs: readonly Run[],
  slice: number,
  sliceCount: number,
): void {
  const { total, order, position, rank } = scores;
  const tieBreak = tieBreakOf(scores, sources) ?? total;
  const next = cutsOf(total, held, runs, slice, sliceCount);
  const ends = cutsOf(total, held, runs, slice + 1, sliceCount);
  let at = next.reduce((sum, place, part) => sum + place - runs[part].start, 0);
  const stop = ends.reduce((sum, place, part) => sum + place - runs[part].start, 0);
  let shared = 0;
  let above = -1;
  for (; at < stop; at++) {
    const part = leading(held, next, ends, total, tieBreak);
    const cadre = held[next[part]++];
    if (total[cadre] !== above) shared = at + 1;
    above = total[cadre];
    order[at] = cadre;
    position[cadre] = at + 1;
    rank[cadre] = shared;
  }
  if (slice + 1 < sliceCount) return;
  scores.rankedCount = stop;
  order.fill(0, stop);
}

/** The subtotals that decide between equal totals; undefined where no source does. */
export function tieBreakOf(
  scores: Pick<Scores, 'subtotals'>,
  sources: readonly Source[],
): Int32Array | undefined {
  const source = sources.find(({ breaksTies }) => breaksTies);
  return source && scores.subtotals[source.key];
}

/** The run whose next cadre comes first; of equals that of the earlier part, which has the smaller staff numbers. */
function leading(
  held: Uint32Array,
  next: readonly number[],
  ends: readonly number[],
  total: Int32Array,
  tieBreak: Int32Array,
): number {
  if (next.length === 1) return 0;
  let best = -1;
  let cadre = 0;
  for (let part = 0; part < next.length; part++) {
    if (next[part] === ends[part]) continue;
    const other = held[next[part]];
    const larger = best < 0 ? 1 : total[other] - total[cadre] || tieBreak[other] - tieBreak[cadre];
    if (larger <= 0) continue;
    best = part;
    cadre = other;
  }
  return best;
}

/**
 * Where a slice begins in each run: at the same total in all, so that whoever shares a rank is in
 * one slice. The longest run says at which.
 */
function cutsOf(
  total: Int32Array,
  held: Uint32Array,
  runs: readonly Run[],
  slice: number,
  sliceCount: number,
): number[] {
  if (slice === sliceCount) return runs.map(({ start, length }) => start + length);
  const longest = runs.reduce((most, run) => (run.length > most.length ? run : most));
  if (slice === 0 || longest.length === 0) return runs.map(({ start }) => start);
  const middle = held[longest.start + Math.floor((longest.length * slice) / sliceCount)];
  const limit = total[middle];
  return runs.map(({ start, length }) => {
    let low = start;
    let high = start + length;
    while (low < high) {
      const half = (low + high) >>> 1;
      if (total[held[half]] > limit) low = half + 1;
      else high = half;
    }
    return low;
  });
}
