import { keepPreviousData, useQueries, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { RankingSelection } from '../../selection/ranking.selection.js';
import { answer, api } from '../client.js';
import type { QueryOf } from '../route-types.js';
import type { Distribution, RankingRow } from '../shapes.js';

type RankingQuery = QueryOf<'/api/rankings'>;

const PAGE = 100;

/** What the API is asked for a selection; the same for the rows, the file and the distribution. */
function queryOf(selection: RankingSelection, compareTo: string | undefined): RankingQuery {
  return {
    asOf: selection.asOf,
    unit: selection.unit,
    band: selection.bands.join(',') || undefined,
    q: selection.q,
    scoreFrom: selection.from,
    scoreBelow: selection.to,
    source: selection.source as RankingQuery['source'],
    overdueOnly: selection.overdueOnly ? 'true' : undefined,
    sort: selection.sort,
    compareTo,
  };
}

/**
 * The rows of a ranking from `first` to `last` (indexes in the filtered list), fetched in pages as
 * they come into view, with the changes since `compareTo`.
 */
export function useRankingRows(
  selection: Ref<RankingSelection>,
  compareTo: Ref<string | undefined>,
  window: Ref<{ readonly first: number; readonly last: number }>,
) {
  const query = computed(() => queryOf(selection.value, compareTo.value));
  const pages = computed(() => {
    const from = Math.floor(window.value.first / PAGE);
    const to = Math.floor(window.value.last / PAGE);
    const shown = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    // The first page also knows the total.
    return shown.includes(0) ? shown : [0, ...shown];
  });
  const results = useQueries({
    queries: computed(() =>
      pages.value.map((page) => ({
        queryKey: ['rankings', query.value, page],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          answer(
            api.GET('/api/rankings', {
              params: {
                query: { ...query.value, include: 'reason', offset: page * PAGE, limit: PAGE },
              },
              signal,
            }),
          ),
        placeholderData: page === 0 ? keepPreviousData : undefined,
      })),
    ),
  });
  const first = computed(() => results.value[0]);
  const rowAt = (index: number): RankingRow | undefined => {
    const at = pages.value.indexOf(Math.floor(index / PAGE));
    return results.value[at]?.data?.rows[index % PAGE];
  };
  return { first, rowAt };
}

/** How many people are in which band and at which score, now and at the day compared with. */
export function useDistribution(
  selection: Ref<RankingSelection>,
  compareTo: Ref<string | undefined>,
) {
  const query = computed(() => ({
    asOf: selection.value.asOf,
    unit: selection.value.unit,
    compareTo: compareTo.value,
  }));
  return useQuery({
    queryKey: ['rankings', 'distribution', query],
    queryFn: async ({ signal }) => {
      const params = { query: query.value };
      const found = await answer(api.GET('/api/rankings/distribution', { params, signal }));
      return found as Distribution;
    },
    placeholderData: keepPreviousData,
  });
}

/** All rows of a selection as a CSV file. Throws a Failure. */
export function readRankingFile(
  selection: RankingSelection,
  compareTo: string | undefined,
): Promise<Blob> {
  return answer(
    api.GET('/api/rankings', {
      params: { query: { ...queryOf(selection, compareTo), include: 'reason' } },
      headers: { accept: 'text/csv' },
      parseAs: 'blob',
    }),
  );
}
