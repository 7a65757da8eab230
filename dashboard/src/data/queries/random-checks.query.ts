import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';
import type { AnswerOf } from '../route-types.js';

export type RandomCheck = AnswerOf<'/api/random-checks'>['rows'][number];
export type CheckedPerson = AnswerOf<'/api/random-checks/{id}/people'>['rows'][number];

/** The draws of reports that are checked, the latest first. */
export function useRandomChecks() {
  return useQuery({
    queryKey: ['random-checks'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/random-checks', { signal }))).rows,
  });
}

/** Who is checked by a draw, up to so many. */
export function useCheckedPeople(id: MaybeRefOrGetter<number>, limit: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['random-checks', id, limit],
    queryFn: ({ signal }) => {
      const query = { toCheck: 'true' as const, limit: toValue(limit) };
      const params = { path: { id: toValue(id) }, query };
      return answer(api.GET('/api/random-checks/{id}/people', { params, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

/** What a draw is asked for. */
export interface Draw {
  readonly year: number;
  readonly unit?: string | undefined;
  readonly witness?: string | undefined;
}

/** Draws. */
export function useDraw() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Draw) => answer(api.POST('/api/random-checks', { body })),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
