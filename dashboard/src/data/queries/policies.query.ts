import type { Policy } from '@probity/analytics';
import { useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import type { BandLimits } from '../../charts/band-limits.js';
import { answer, api } from '../client.js';
import { useFreshness } from './session.query.js';

/** All versions of the policy, the latest first. */
export function usePolicies() {
  return useQuery({
    queryKey: ['policies'],
    queryFn: async ({ signal }) => {
      const { rows } = await answer(api.GET('/api/policies', { signal }));
      return rows.toSorted((a, b) => b.version - a.version);
    },
  });
}

/** One version of the policy with all its numbers; the one scores are made with where none is given. */
export function usePolicy(version?: MaybeRefOrGetter<number | undefined>) {
  const { data: freshness } = useFreshness();
  const wanted = computed(() => toValue(version) ?? freshness.value?.policyVersion ?? undefined);
  return useQuery({
    queryKey: ['policies', wanted],
    queryFn: async ({ signal }) => {
      const params = { path: { version: wanted.value ?? 'current' } } as const;
      const found = await answer(api.GET('/api/policies/{version}', { params, signal }));
      return { ...found, document: found.document as unknown as Policy };
    },
    enabled: () => wanted.value !== undefined,
    // A version never changes once it counts.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The JSON Schema of a policy, whose entries carry their labels and units. */
export function usePolicySchema() {
  return useQuery({
    queryKey: ['policies', 'schema'],
    queryFn: ({ signal }) => answer(api.GET('/api/policies/schema', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The limits of the bands in points; undefined until the policy is known. */
export function useBandLimits(version?: MaybeRefOrGetter<number | undefined>) {
  const { data } = usePolicy(version);
  return computed<BandLimits | undefined>(() => data.value?.document.bands);
}

/** The parts of the policy by source: each has the most points that it can give. */
export function useCaps() {
  const { data } = usePolicy();
  return computed(() => data.value?.document.sources ?? {});
}
