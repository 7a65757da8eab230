import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';
import type { AnswerOf, QueryOf } from '../route-types.js';

export type LogEntry = AnswerOf<'/api/audit'>['rows'][number];
export type Outcome = LogEntry['outcome'];
export type Looker = AnswerOf<'/api/audit/people/{person}'>['lookers'][number];
export type UnusualDay = AnswerOf<'/api/audit/unusual'>['rows'][number];
export type Verification = AnswerOf<'/api/audit/verify'>;
export type LogFilter = Omit<NonNullable<QueryOf<'/api/audit'>>, 'before' | 'limit' | 'bom'>;
type Period = QueryOf<'/api/audit/unusual'>;

/** Entries a page: more are asked for as the reader goes on. */
const PAGE = 100;

/** What a filter finds in the audit log, the newest first, page by page. */
export function useLog(filter: MaybeRefOrGetter<LogFilter>) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ signal, pageParam }) => {
      const query = { ...toValue(filter), before: pageParam, limit: PAGE };
      return answer(api.GET('/api/audit', { params: { query }, signal }));
    },
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    // Each reading of the log is an entry of the log.
    refetchOnWindowFocus: false,
  });
}

/** Everything that a filter finds, as a CSV file. Throws a Failure. */
export function readLogFile(filter: LogFilter): Promise<Blob> {
  const headers = { accept: 'text/csv' };
  return answer(api.GET('/api/audit', { params: { query: filter }, headers, parseAs: 'blob' }));
}

/** Who looked at a person in a period, and who was refused. */
export function useLookers(person: MaybeRefOrGetter<string>, period: MaybeRefOrGetter<Period>) {
  return useQuery({
    queryKey: ['audit', 'people', person, period],
    queryFn: ({ signal }) => {
      const params = { path: { person: toValue(person) }, query: toValue(period) };
      return answer(api.GET('/api/audit/people/{person}', { params, signal }));
    },
    refetchOnWindowFocus: false,
  });
}

/** Days on which somebody saw more people than they usually do. */
export function useUnusualDays(period: MaybeRefOrGetter<Period>) {
  return useQuery({
    queryKey: ['audit', 'unusual', period],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/audit/unusual', { params: { query: toValue(period) }, signal })),
    refetchOnWindowFocus: false,
  });
}

/** Follows the whole chain, which takes seconds for each hundred thousand entries: only when asked to. */
export function useVerification() {
  return useMutation({ mutationFn: () => answer(api.GET('/api/audit/verify')) });
}
