import { type Band, bandCodes, dateOf, type Scores, standingAt } from '@probity/analytics';
import type { UnitInterval } from '../../platform/access/scope.js';
import type { Held } from '../load/held-evidence.js';
import { placesOf } from '../load/places-of.js';
import type { Aggregate, AggregateRequest, CellsRequest, OwnCells } from './messages.js';

/** Whether a place in pre-order lies in an interval; without an interval everything does, people without a unit too. */
const within = (interval: UnitInterval | undefined, enter: number | undefined): boolean =>
  interval === undefined ||
  (enter !== undefined && enter >= interval.enter && enter <= interval.leave);

const isHidden = (held: Held, cadre: number, unseen: ReadonlySet<number>): boolean =>
  unseen.size > 0 && unseen.has(Number(held.register.ids[cadre]));

/** Bands and totals of those in service in a part of the tree. */
export function aggregateScores(
  held: Held,
  scores: Scores,
  { unit, units, hidden }: Pick<AggregateRequest, 'unit' | 'units' | 'hidden'>,
): Aggregate {
  const bands = Object.fromEntries(bandCodes.map((band) => [band, 0])) as Record<Band, number>;
  const unseen = new Set(hidden);
  let count = 0;
  let sum = 0;
  for (const cadre of scores.order.subarray(0, scores.rankedCount)) {
    if (isHidden(held, cadre, unseen)) continue;
    if (unit || units) {
      const { unitCode } = standingAt(held.evidence.cadres, cadre, scores.day);
      const { unitEnter, scopeEnter } = placesOf(held, cadre, unitCode);
      if (!within(unit, unitEnter) || !within(units, scopeEnter)) continue;
    }
    bands[bandCodes[scores.band[cadre] ?? 0] ?? 'insufficient']++;
    sum += scores.total[cadre] ?? 0;
    count++;
  }
  return { asOf: dateOf(scores.day) ?? '', count, bands, sum };
}

/** Those in service in a part of the tree, by the unit they are in themselves and by band. */
export function ownCellsOf(
  held: Held,
  scores: Scores,
  { units, hidden }: Pick<CellsRequest, 'units' | 'hidden'>,
): OwnCells {
  const unseen = new Set(hidden);
  const cells = new Map<number, { count: number; sum: number }>();
  for (const cadre of scores.order.subarray(0, scores.rankedCount)) {
    const { unitCode } = standingAt(held.evidence.cadres, cadre, scores.day);
    const { unitEnter, scopeEnter } = placesOf(held, cadre, unitCode);
    if (unitEnter === undefined || !within(units, unitEnter) || !within(units, scopeEnter))
      continue;
    if (isHidden(held, cadre, unseen)) continue;
    const key = unitEnter * bandCodes.length + (scores.band[cadre] ?? 0);
    const cell = cells.get(key) ?? { count: 0, sum: 0 };
    cells.set(key, cell);
    cell.count++;
    cell.sum += scores.total[cadre] ?? 0;
  }
  const keys = [...cells.keys()];
  return {
    asOf: dateOf(scores.day) ?? '',
    enters: keys.map((key) => Math.floor(key / bandCodes.length)),
    bands: keys.map((key) => key % bandCodes.length),
    counts: [...cells.values()].map(({ count }) => count),
    sums: [...cells.values()].map(({ sum }) => sum),
  };
}
