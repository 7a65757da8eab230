import type { UnitRow } from '../../../data/shapes.js';
import type { unitSorts } from '../../../selection/page-readers.js';
import { shareOf } from '../figures/raised.js';

export type UnitSort = (typeof unitSorts)[number];
export type UnitColumn = 'share' | 'mean' | 'overdue';

const valuesBy: Record<UnitColumn, (row: UnitRow) => number | null> = {
  share: (row) => (row.cadreCount === 0 ? null : shareOf(row)),
  mean: (row) => row.meanScore,
  overdue: (row) => row.overdueCount,
};

/** How a column is ordered at present, in the words of ARIA. */
export function directionOf(column: UnitColumn, sort: UnitSort | undefined) {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : 'none';
}

/** What the next press on a column orders by: largest first, smallest first, the tree again. */
export function nextSort(column: UnitColumn, sort: UnitSort | undefined): UnitSort | undefined {
  const direction = directionOf(column, sort);
  if (direction === 'none') return `-${column}`;
  return direction === 'descending' ? column : undefined;
}

/** Units in an order; as they come (the tree's) without one. Those without a value stand last. */
export function inOrder(rows: readonly UnitRow[], sort: UnitSort | undefined): readonly UnitRow[] {
  if (!sort) return rows;
  const sign = sort.startsWith('-') ? -1 : 1;
  const value = valuesBy[sort.replace('-', '') as UnitColumn];
  return rows.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
}
