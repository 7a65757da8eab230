import { useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { read } from './client.js';
import type { Unit, UnitRow, UnitSummary } from './shapes.js';

/** All units of the caller's scope, as a flat list in tree order. */
export function useUnits() {
  return useQuery({
    queryKey: ['units'],
    queryFn: async ({ signal }) => {
      const answer = await read<readonly Unit[] | { rows: readonly Unit[] }>('units', {}, signal);
      return 'rows' in answer ? answer.rows : answer;
    },
    staleTime: 300_000,
  });
}

/** Finds a unit's name by its code; the code itself while units are unknown. */
export function useUnitNames() {
  const { data } = useUnits();
  const names = computed(() => new Map(data.value?.map((unit) => [unit.code, unit.name])));
  return (code: string | null | undefined) => (code ? (names.value.get(code) ?? code) : '');
}

/** Every unit of the scope with its tally, in tree order. */
export function useUnitRows(asOf: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    queryKey: ['units', 'summaries', asOf],
    queryFn: async ({ signal }) => {
      const answer = await read<{ rows: readonly UnitRow[] }>(
        'units/summaries',
        { asOf: toValue(asOf) },
        signal,
      );
      return answer.rows;
    },
  });
}

/** One unit with everyone below it: tally, trend, parts, what is overdue. */
export function useUnitSummary(
  code: MaybeRefOrGetter<string>,
  asOf: MaybeRefOrGetter<string | undefined>,
) {
  return useQuery({
    queryKey: ['units', code, 'summary', asOf],
    queryFn: ({ signal }) =>
      read<UnitSummary>(
        `units/${encodeURIComponent(toValue(code))}/summary`,
        { asOf: toValue(asOf), months: 24 },
        signal,
      ),
  });
}
