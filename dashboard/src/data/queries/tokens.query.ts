import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { answer, api } from '../client.js';
import type { paths } from '../generated/api.js';
import type { AnswerOf } from '../route-types.js';

export type Token = AnswerOf<'/api/tokens'>['rows'][number];
export type NewTokenBody =
  paths['/api/tokens']['post']['requestBody']['content']['application/json'];

/** One's own tokens; all of them for administrators. The latest first. */
export function useTokens() {
  return useQuery({
    queryKey: ['tokens'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/tokens', { signal }))).rows,
  });
}

/** Makes a token, whose text comes this once, and revokes one for good. */
export function useTokenChanges() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['tokens'] });
  const make = useMutation({
    mutationFn: (body: NewTokenBody) => answer(api.POST('/api/tokens', { body })),
    onSuccess,
  });
  const revoke = useMutation({
    mutationFn: (id: number) => api.DELETE('/api/tokens/{id}', { params: { path: { id } } }),
    onSuccess,
  });
  return { make, revoke };
}
