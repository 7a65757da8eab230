import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { answer, api } from '../client.js';
import type { AnswerOf } from '../route-types.js';
import { sessionQuery, takeSession } from './session.query.js';

export type OwnSession = AnswerOf<'/api/sessions'>['rows'][number];

/** One's own sessions, the latest used first. */
export function useOwnSessions() {
  return useQuery({
    queryKey: ['own-sessions'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/sessions', { signal }))).rows,
  });
}

/** Ends one of one's own sessions. */
export function useSessionEnd() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.DELETE('/api/sessions/{id}', { params: { path: { id } } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['own-sessions'] }),
  });
}

/** Changes the password; every other session ends, and this one is replaced. */
export function usePasswordChange() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: { present: string; password: string }) =>
      takeSession(await answer(api.PUT('/api/session/password', { body }))),
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session);
      return queryClient.invalidateQueries({ queryKey: ['own-sessions'] });
    },
  });
}

/** Sets a second factor up in two steps, and takes it away; the first and the last need the password. */
export function useSecondFactor() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  const begin = useMutation({
    mutationFn: (password: string) => answer(api.POST('/api/session/totp', { body: { password } })),
  });
  const confirm = useMutation({
    mutationFn: (code: string) => answer(api.PUT('/api/session/totp', { body: { code } })),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (password: string) => api.DELETE('/api/session/totp', { body: { password } }),
    onSuccess,
  });
  return { begin, confirm, remove };
}
