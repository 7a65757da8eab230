import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import type { FollowUpSelection } from '../../selection/follow-ups.selection.js';
import { answer, api } from '../client.js';
import type { QueryOf } from '../route-types.js';
import type { FollowUpState, KindTotals } from '../shapes.js';

type FollowUpQuery = QueryOf<'/api/follow-ups'>;

/** Follow-ups that a query asks for, in the API's order (due first). */
export function useFollowUps(query: MaybeRefOrGetter<FollowUpQuery>) {
  const asked = computed(() => toValue(query));
  return useQuery({
    queryKey: ['follow-ups', asked],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/follow-ups', { params: { query: asked.value }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Counts by kind and what falls due in each of the next eight weeks. */
export function useFollowUpSummary(query: MaybeRefOrGetter<QueryOf<'/api/follow-ups/summary'>>) {
  const asked = computed(() => toValue(query));
  return useQuery({
    queryKey: ['follow-ups', 'summary', asked],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/follow-ups/summary', { params: { query: asked.value }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** How many follow-ups of a selection are in each state, whichever state it shows; undefined until known. */
export function useFollowUpTotals(selection: MaybeRefOrGetter<FollowUpSelection>) {
  const totalIn = (state: FollowUpState) => {
    const { data } = useFollowUps(() => ({
      ...followUpQueryOf({ ...toValue(selection), state }),
      limit: 1,
    }));
    return computed(() => data.value?.total);
  };
  const [overdue, dueSoon, open] = [totalIn('overdue'), totalIn('due-soon'), totalIn('open')];
  return computed<KindTotals | undefined>(() =>
    overdue.value === undefined || dueSoon.value === undefined || open.value === undefined
      ? undefined
      : { overdue: overdue.value, dueSoon: dueSoon.value, open: open.value },
  );
}

/** What the API is asked for a selection of follow-ups. */
export function followUpQueryOf(selection: FollowUpSelection): FollowUpQuery {
  const { asOf, unit, state, kind, owedBy, q, withInherited } = selection;
  return { asOf, unit, state, kind, owedBy, q, inherited: withInherited ? undefined : 'false' };
}

/** All follow-ups of a selection as a CSV file. Throws a Failure. */
export function readFollowUpFile(selection: FollowUpSelection): Promise<Blob> {
  return answer(
    api.GET('/api/follow-ups', {
      params: { query: followUpQueryOf(selection) },
      headers: { accept: 'text/csv' },
      parseAs: 'blob',
    }),
  );
}
