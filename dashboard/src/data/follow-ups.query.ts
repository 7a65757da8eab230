import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { type Query, read } from './client.js';
import type { FollowUp, FollowUpSummary } from './shapes.js';

/** Follow-ups that a query asks for, in the API's order (due first). */
export function useFollowUps(
  query: MaybeRefOrGetter<Query>,
  enabled: MaybeRefOrGetter<boolean> = true,
) {
  const asked = computed(() => toValue(query));
  return useQuery({
    queryKey: ['follow-ups', asked],
    queryFn: ({ signal }) =>
      read<{ total: number; rows: readonly FollowUp[] }>('follow-ups', asked.value, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Counts by kind and what falls due in each of the next eight weeks. */
export function useFollowUpSummary(query: MaybeRefOrGetter<Query>) {
  const asked = computed(() => toValue(query));
  return useQuery({
    queryKey: ['follow-ups', 'summary', asked],
    queryFn: ({ signal }) => read<FollowUpSummary>('follow-ups/summary', asked.value, signal),
    placeholderData: keepPreviousData,
  });
}
