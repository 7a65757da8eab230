import { useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';
import type { UnitRow, UnitSummary } from '../shapes.js';

type AsOf = MaybeRefOrGetter<string | undefined>;

/** All units of the caller's scope, as a flat list in tree order. */
export function useUnits() {
  return useQuery({
    queryKey: ['units'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/units', { signal }))).rows,
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
export function useUnitRows(asOf: AsOf) {
  return useQuery({
    queryKey: ['units', 'summaries', asOf],
    queryFn: async ({ signal }) => {
      const params = { query: { asOf: toValue(asOf) } };
      const { rows } = await answer(api.GET('/api/units/summaries', { params, signal }));
      return rows as unknown as readonly UnitRow[];
    },
  });
}

/** One unit with everyone below it: tally, two years of trend, parts, what is overdue. */
export function useUnitSummary(code: MaybeRefOrGetter<string>, asOf: AsOf) {
  return useQuery({
    queryKey: ['units', code, 'summary', asOf],
    queryFn: async ({ signal }) => {
      const params = {
        path: { code: toValue(code) },
        query: { asOf: toValue(asOf), months: 24 },
      };
      const summary = await answer(api.GET('/api/units/{code}/summary', { params, signal }));
      return summary as unknown as UnitSummary;
    },
  });
}

/**
 * The units that one may choose from, in tree order: for administrators, who read nothing else of
 * them, too. Asked for only while they are wanted.
 */
export function useUnitChoices(wanted: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    enabled: () => toValue(wanted),
    queryKey: ['units', 'names'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/units/names', { signal }))).rows,
    staleTime: 300_000,
  });
}
