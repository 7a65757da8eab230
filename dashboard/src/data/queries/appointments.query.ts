import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';
import type { AnswerOf, QueryOf } from '../route-types.js';

export type BoardRow = AnswerOf<'/api/appointments'>['rows'][number];
export type Dossier = AnswerOf<'/api/appointments/{caseNo}'>;
export type Seal = AnswerOf<'/api/appointments/{caseNo}/seal'>;

/** The appointment cases that a query asks for, the most urgent first; asked for only while they are wanted. */
export function useBoard(
  query: MaybeRefOrGetter<QueryOf<'/api/appointments'>>,
  wanted: MaybeRefOrGetter<boolean> = true,
) {
  const asked = computed(() => toValue(query));
  return useQuery({
    enabled: () => toValue(wanted),
    queryKey: ['appointments', asked],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/appointments', { params: { query: asked.value }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** One case with its gate and reviews, as of a day (its own where none is given). */
export function useDossier(
  caseNo: MaybeRefOrGetter<string>,
  asOf: MaybeRefOrGetter<string | undefined>,
) {
  return useQuery({
    queryKey: ['appointments', 'case', caseNo, asOf],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/appointments/{caseNo}', {
          params: { path: { caseNo: toValue(caseNo) }, query: { asOf: toValue(asOf) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** What was sealed when a case was decided; asked for only while `wanted`. */
export function useSeal(caseNo: MaybeRefOrGetter<string>, wanted: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['appointments', 'seal', caseNo],
    enabled: () => toValue(wanted),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/appointments/{caseNo}/seal', {
          params: { path: { caseNo: toValue(caseNo) } },
          signal,
        }),
      ),
  });
}
