import type { Policy } from '@probity/analytics';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
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

/** A version of the policy as it is shown. */
export type ShownPolicy = NonNullable<ReturnType<typeof usePolicy>['data']['value']>;

/** Drafts a version of the policy out of changes (while the product is set up, makes it); everything is asked for anew after it. */
export function useNewPolicy() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly changes: Record<string, unknown>; readonly note: string }) =>
      answer(api.POST('/api/policies', { body })),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}

/** What changes, or a draft by its number, would do today; nothing is kept. */
export function usePolicyPreview() {
  return useMutation({
    mutationFn: (
      of: { readonly changes: Record<string, unknown> } | { readonly proposal: number },
    ) => answer(api.POST('/api/policy-previews', { body: of })),
  });
}

/** What another policy would do. */
export type PolicyEffect = NonNullable<ReturnType<typeof usePolicyPreview>['data']['value']>;

/** The years of which holidays and make-up working days are known. */
export function useCalendar() {
  return useQuery({
    queryKey: ['calendar'],
    queryFn: ({ signal }) => answer(api.GET('/api/calendar', { signal })),
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
