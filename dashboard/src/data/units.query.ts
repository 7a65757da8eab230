import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { read } from './client.js';
import type { Unit } from './shapes.js';

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
