import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { showTimesIn } from '../../messages/words.js';
import { answer, api } from '../client.js';

/** Who is looking, what the account may open, and what day it is there. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async ({ signal }) => {
      const session = await answer(api.GET('/api/session', { signal }));
      showTimesIn(session.timeZone);
      return session;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
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
