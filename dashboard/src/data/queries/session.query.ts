import { queryOptions, useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { showTimesIn } from '../../messages/words.js';
import { answer, api } from '../client.js';
import { draftsOf } from '../drafts.js';
import { notePresence } from '../presence/presence.js';
import type { AnswerOf } from '../route-types.js';

export type Session = AnswerOf<'/api/session'>;

/** Notes who is signed in: for the requests that follow, and for the times that are shown. */
export function takeSession(session: Session): Session {
  showTimesIn(session.timeZone);
  notePresence(session);
  draftsOf(session.name);
  return session;
}

/** How the session is asked for. Whoever comes back to the window may have signed in or out in another. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => takeSession(await answer(api.GET('/api/session', { signal }))),
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: 'always',
});

/** Who is looking, what the account may open, and what day it is there. */
export function useSession() {
  return useQuery(sessionQuery);
}

/** Whether the reader has one of these roles; not before the session is known. */
export function useHasRole(...roles: readonly string[]) {
  const { data } = useSession();
  return computed(() => data.value?.roles.some((role) => roles.includes(role)) ?? false);
}

/** Whether what the reader saves of the policy waits for somebody else: not before an administrator has enrolled. */
export function useNeedsSecond() {
  const { data } = useSession();
  return computed(() => data.value?.setup === false);
}

/** Whether the reader gets counts for leaders: small groups hidden, counts rounded to 5, means to whole points. */
export function useRounded() {
  const { data } = useSession();
  return computed(() => {
    const roles = data.value?.roles ?? [];
    return roles.length > 0 && !roles.includes('inspector') && !roles.includes('service');
  });
}

/** How often it is asked whether there are newer scores: rarely, and often while some are due. */
const LOOK_MS = 30_000;
const LOOK_WHILE_STALE_MS = 5_000;

/** How recent records and scores are. */
export function useFreshness() {
  return useQuery({
    queryKey: ['freshness'],
    queryFn: ({ signal }) => answer(api.GET('/api/freshness', { signal })),
    refetchInterval: ({ state }) => (state.data?.stale ? LOOK_WHILE_STALE_MS : LOOK_MS),
  });
}

/** The day where the server is; the browser's until it has answered. */
export function useToday() {
  const { data } = useSession();
  return computed(() => data.value?.today ?? new Date().toISOString().slice(0, 10));
}
