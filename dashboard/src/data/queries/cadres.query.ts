import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, type Ref, toValue } from 'vue';
import { answer, api } from '../client.js';
import { useHasRole } from './session.query.js';

type Text = MaybeRefOrGetter<string>;
type AsOf = MaybeRefOrGetter<string | undefined>;

/** Up to 20 people whose name or number matches; nobody for an empty text, and for readers of units alone. */
export function useCadreSearch(text: Ref<string>) {
  const q = computed(() => text.value.trim());
  const seesPeople = useHasRole('inspector', 'service');
  return useQuery({
    queryKey: ['cadres', q],
    queryFn: async ({ signal }) => {
      const query = { q: q.value, limit: 20 };
      return (await answer(api.GET('/api/cadres', { params: { query }, signal }))).rows;
    },
    enabled: () => q.value !== '' && seesPeople.value,
    placeholderData: keepPreviousData,
  });
}

/** Name, unit, post and postings of a person. */
export function useCadre(staffNo: Text) {
  return useQuery({
    queryKey: ['cadre', staffNo],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/cadres/{staffNo}', {
          params: { path: { staffNo: toValue(staffNo) } },
          signal,
        }),
      ),
  });
}

/** A person's score with all its lines at a day. */
export function useCadreScore(staffNo: Text, asOf: AsOf) {
  return useQuery({
    queryKey: ['cadre', staffNo, 'score', asOf],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/cadres/{staffNo}/score', {
          params: { path: { staffNo: toValue(staffNo) }, query: { asOf: toValue(asOf) } },
          signal,
        }),
      ),
  });
}

/** A person's score at each of the last months' ends, oldest first. */
export function useCadreHistory(staffNo: Text, asOf: AsOf, months = 36) {
  return useQuery({
    queryKey: ['cadre', staffNo, 'history', asOf, months],
    queryFn: async ({ signal }) => {
      const params = {
        path: { staffNo: toValue(staffNo) },
        query: { asOf: toValue(asOf), months },
      };
      return (await answer(api.GET('/api/cadres/{staffNo}/history', { params, signal }))).points;
    },
  });
}

/** All versions of a person's records; with `registers` also postings, cases and what else is no evidence. */
export function useCadreRecords(staffNo: Text, registers = false) {
  return useQuery({
    queryKey: ['cadre', staffNo, 'records', registers],
    queryFn: async ({ signal }) => {
      const params = {
        path: { staffNo: toValue(staffNo) },
        query: registers ? { registers: 'true' as const } : {},
      };
      return (await answer(api.GET('/api/cadres/{staffNo}/records', { params, signal }))).rows;
    },
    enabled: () => toValue(staffNo) !== '',
  });
}
