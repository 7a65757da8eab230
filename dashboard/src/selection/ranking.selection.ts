import { computed } from 'vue';
import type { LocationQuery } from 'vue-router';
import { type Band, bands } from '../data/shapes.js';
import { useAddress } from './address.js';
import { dateTextOf, numberOf, textOf, wordOf, wordsOf } from './query-text.js';

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

/** Reads a ranking's address; what it does not understand counts as not there. */
export function rankingSelectionOf(query: LocationQuery): RankingSelection {
  return {
    asOf: dateTextOf(query, 'asOf'),
    unit: textOf(query, 'unit'),
    bands: wordsOf(query, 'band', bands),
    q: textOf(query, 'q'),
    from: numberOf(query, 'from'),
    to: numberOf(query, 'to'),
    source: textOf(query, 'source'),
    overdueOnly: textOf(query, 'overdue') === 'only',
    sort: wordOf(query, 'sort', rankingSorts) ?? 'position',
    compareTo: dateTextOf(query, 'compareTo'),
    peek: textOf(query, 'peek'),
  };
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
