import { useMutation, useQuery } from '@tanstack/vue-query';
import { answer, api } from '../client.js';
import { forgetDrafts } from '../drafts.js';
import type { paths } from '../generated/api.js';
import { tellOtherTabs } from '../presence/presence.js';
import { queryClient } from '../query-client.js';
import { sessionQuery, takeSession } from './session.query.js';

export type Credentials =
  paths['/api/session']['post']['requestBody']['content']['application/json'];
export type Redemption =
  paths['/api/session/link']['post']['requestBody']['content']['application/json'];

/** Which ways to sign in there are. */
export function useWays() {
  return useQuery({
    queryKey: ['ways'],
    queryFn: ({ signal }) => answer(api.GET('/api/session/ways', { signal })),
  });
}

/** Signs in by name, password and code. */
export function useSignIn() {
  return useMutation({
    mutationFn: async (body: Credentials) =>
      takeSession(await answer(api.POST('/api/session', { body }))),
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
  });
}

/** Signs in by a one-time link. */
export function useRedemption() {
  return useMutation({
    mutationFn: async (body: Redemption) =>
      takeSession(await answer(api.POST('/api/session/link', { body }))),
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
  });
}

/** Ends the session, and forgets all that was read in it by loading the page anew. */
export async function signOut(): Promise<void> {
  await api.DELETE('/api/session');
  forgetDrafts();
  tellOtherTabs();
  location.assign('/sign-in');
}
