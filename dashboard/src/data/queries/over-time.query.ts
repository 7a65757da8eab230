import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';
import type { AnswerOf } from '../route-types.js';

export type Merge = AnswerOf<'/api/merges'>['rows'][number];
export type Removal = AnswerOf<'/api/retention/removals'>['rows'][number];

/** Two numbers of one person: the one that stays, and the other. */
export interface Pair {
  readonly staffNo: string;
  readonly formerStaffNo: string;
}

/** The most that are read at once; the answer's total counts all. */
const LIMIT = 100;

/** Numbers that were merged, the latest first. */
export function useMerges() {
  return useQuery({
    queryKey: ['merges'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/merges', { signal }))).rows,
  });
}

/** What a merge would do, without doing it. */
export function useMergePreview() {
  return useMutation({
    mutationFn: (body: Pair) => answer(api.POST('/api/merges/preview', { body })),
  });
}

/** Proposes a merge, or to undo one; somebody else must confirm. */
export function useMergeProposals() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['proposals'] });
  const merge = useMutation({
    mutationFn: (body: Pair & { reason: string }) => answer(api.POST('/api/merges', { body })),
    onSuccess,
  });
  const split = useMutation({
    mutationFn: ({ id, reason }: { id: number; reason: string }) =>
      answer(api.POST('/api/merges/{id}/split', { params: { path: { id } }, body: { reason } })),
    onSuccess,
  });
  return { merge, split };
}

/** What the next removal would take, by kind; asked only where `mayAsk`. */
export function useRetention(mayAsk: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['retention', 'preview'],
    queryFn: ({ signal }) => answer(api.GET('/api/retention/preview', { signal })),
    enabled: () => toValue(mayAsk),
  });
}

/** What was removed so far, the latest first. */
export function useRemovals() {
  return useQuery({
    queryKey: ['retention', 'removals'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/retention/removals', { params: { query: { limit: LIMIT } }, signal })),
  });
}

/** Removes what is past its time, now. */
export function useRemoval() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/retention/runs')),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}

/** Proposes to erase everything about a person; somebody else must confirm. */
export function useErasure() {
  return useMutation({
    mutationFn: (body: { staffNo: string; reason: string }) =>
      answer(api.POST('/api/erasures', { body })),
  });
}
