import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import type { FollowUpSelection } from '../selection/follow-ups.selection.js';
import { type Query, read, readFile } from './client.js';
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

/** What the API is asked for a selection of follow-ups. */
export function followUpQueryOf(selection: FollowUpSelection): Query {
  const { asOf, unit, state, kind, owedBy, q, withInherited } = selection;
  return { asOf, unit, state, kind, owedBy, q, inherited: withInherited ? undefined : false };
}

/** All follow-ups of a selection as a CSV file. Throws a Failure. */
export function readFollowUpFile(selection: FollowUpSelection): Promise<Blob> {
  return readFile('follow-ups', followUpQueryOf(selection), 'text/csv');
}
