import { computed } from 'vue';
import type { LocationQuery } from 'vue-router';
import { type Band, bands } from '../data/shapes.js';
import { useAddress } from './address.js';
import { dateTextOf, numberOf, oneOf, readAll, someOf, textOf } from './query-text.js';

export const rankingSorts = ['position', '-overdue', 'name', 'unit'] as const;
export type RankingSort = (typeof rankingSorts)[number];

/** What the ranking's address says: filters, order, the day compared with, the person in the side peek. */
export interface RankingSelection {
  readonly asOf: string | undefined;
  readonly unit: string | undefined;
  readonly bands: readonly Band[];
  readonly q: string | undefined;
  /** Scores from (inclusive) and below; undefined is unbounded. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly source: string | undefined;
  readonly overdueOnly: boolean;
  readonly sort: RankingSort;
  readonly compareTo: string | undefined;
  readonly peek: string | undefined;
}

/** How each parameter of a ranking's address is read. */
export const rankingReaders = {
  asOf: dateTextOf,
  unit: textOf,
  band: someOf(bands),
  q: textOf,
  from: numberOf,
  to: numberOf,
  source: textOf,
  overdue: oneOf(['only']),
  sort: oneOf(rankingSorts),
  compareTo: dateTextOf,
  peek: textOf,
};

/** Reads a ranking's address; what it does not understand counts as not there. */
export function rankingSelectionOf(query: LocationQuery): RankingSelection {
  const { band = [], overdue, sort = 'position', ...rest } = readAll(query, rankingReaders);
  return { ...rest, bands: band, overdueOnly: overdue === 'only', sort };
}

/** Whether a selection keeps anybody out whom the unit and the day have. */
export const isFiltered = ({ bands: chosen, q, from, to, source, overdueOnly }: RankingSelection) =>
  chosen.length > 0 || overdueOnly || [q, from, to, source].some((one) => one !== undefined);

/** The ranking's selection as the address has it, and how to change it. */
export function useRankingSelection() {
  const { route, change, shared } = useAddress();
  const selection = computed(() => rankingSelectionOf(route.query));
  return { selection, change, shared };
}
