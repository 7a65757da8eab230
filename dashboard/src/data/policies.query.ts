import { useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import type { BandLimits } from '../charts/band-limits.js';
import { read } from './client.js';
import { useFreshness } from './session.query.js';

/** One version of the policy; `document` is the policy itself, a tree of numbers. */
export interface PolicyVersion {
  readonly version: number;
  readonly createdAt?: string | null;
  readonly createdBy?: string | null;
  readonly note?: string | null;
  readonly document?: PolicyDocument;
}

export interface PolicyDocument {
  readonly bands?: Partial<BandLimits>;
  readonly sources?: Readonly<Record<string, { readonly cap?: number }>>;
}

/** All versions of the policy, the latest first. */
export function usePolicies() {
  return useQuery({
    queryKey: ['policies'],
    queryFn: async ({ signal }) => {
      const answer = await read<readonly PolicyVersion[] | { rows: readonly PolicyVersion[] }>(
        'policies',
        {},
        signal,
      );
      return 'rows' in answer ? answer.rows : answer;
    },
  });
}

/** One version of the policy with all its numbers; the one scores are made with where none is given. */
export function usePolicy(version?: MaybeRefOrGetter<number | undefined>) {
  const { data: freshness } = useFreshness();
  const wanted = computed(() => toValue(version) ?? freshness.value?.policyVersion);
  return useQuery({
    queryKey: ['policies', wanted],
    queryFn: ({ signal }) => read<PolicyVersion>(`policies/${wanted.value}`, {}, signal),
    enabled: () => wanted.value !== undefined,
    // A version never changes once it counts.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The limits of the bands in points; undefined until the policy is known. */
export function useBandLimits(version?: MaybeRefOrGetter<number | undefined>) {
  const { data } = usePolicy(version);
  return computed<BandLimits | undefined>(() => {
    const { high, elevated, watch } = data.value?.document?.bands ?? {};
    return high !== undefined && elevated !== undefined && watch !== undefined
      ? { high, elevated, watch }
      : undefined;
  });
}

/** The most points that a source can give, by its key. */
export function useCaps() {
  const { data } = usePolicy();
  return computed(() => data.value?.document?.sources ?? {});
}
