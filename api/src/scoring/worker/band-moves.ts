import { type Band, bandCodes, type Scores, standingAt } from '@probity/analytics';
import type { Bounds } from '../../platform/access/bounds.js';
import type { Held } from '../load/held-evidence.js';
import { placesOf } from '../load/places-of.js';

/** Somebody who would be in another band. */
export interface BandMove {
  /** Internal number. */
  readonly cadreId: number;
  readonly from: Band;
  readonly to: Band;
  /** Total afterwards, in millipoints. */
  readonly total: number;
}

/** How bands differ between two policies over the same records and day. */
export interface BandMoves {
  /** Those in service whom the caller may ask about. */
  readonly count: number;
  readonly before: Readonly<Record<Band, number>>;
  readonly after: Readonly<Record<Band, number>>;
  /** Whose total differs, in whatever band. */
  readonly rescoredCount: number;
  /** The highest totals first. */
  readonly moves: readonly BandMove[];
}

/** Compares two scorings of the same people on one day, within what a caller may ask about. */
export function bandMovesOf(
  held: Held,
  [before, after]: readonly [Scores, Scores],
  { units, hidden }: Bounds,
): BandMoves {
  const unseen = new Set(hidden);
  const none = () => Object.fromEntries(bandCodes.map((band) => [band, 0])) as Record<Band, number>;
  const [were, are] = [none(), none()];
  const moves: BandMove[] = [];
  let count = 0;
  let rescoredCount = 0;
  const bandIn = (scores: Scores, cadre: number) =>
    bandCodes[scores.band[cadre] ?? 0] ?? 'insufficient';
  for (const cadre of after.order.subarray(0, after.rankedCount)) {
    const cadreId = Number(held.register.ids[cadre]);
    if (unseen.has(cadreId)) continue;
    if (units) {
      const { unitCode } = standingAt(held.evidence.cadres, cadre, after.day);
      const { scopeEnter = -1 } = placesOf(held, cadre, unitCode);
      if (scopeEnter < units.enter || scopeEnter > units.leave) continue;
    }
    const [from, to] = [bandIn(before, cadre), bandIn(after, cadre)];
    const total = after.total[cadre] ?? 0;
    were[from]++;
    are[to]++;
    count++;
    if (before.total[cadre] !== total) rescoredCount++;
    if (from !== to) moves.push({ cadreId, from, to, total });
  }
  return { count, before: were, after: are, rescoredCount, moves };
}
