import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';
import type { AnswerOf } from '../route-types.js';

export type FirstImport = AnswerOf<'/api/first-imports'>['rows'][number];

/** What is proposed after an import, where it brought the first records of a kind that oblige somebody. */
export function useFirstImport(id: MaybeRefOrGetter<number>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['first-import', id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/imports/{id}/first-import', {
          params: { path: { id: toValue(id) } },
          signal,
        }),
      ),
    enabled,
  });
}

/** What waits for an administrator. */
export function useOpenFirstImports(enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['first-imports'],
    queryFn: ({ signal }) => answer(api.GET('/api/first-imports', { signal })),
    enabled,
  });
}

/** Accepts a day to count from, or, without one, leaves everything as it is. */
export function useFirstImportDecision() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, from }: { kind: string; from?: string }) =>
      answer(
        api.POST('/api/first-imports/{kind}/decision', {
          params: { path: { kind } },
          body:
            from === undefined
              ? { decision: 'decline' as const }
              : { decision: 'accept' as const, countFrom: from, expectedFrom: from },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
