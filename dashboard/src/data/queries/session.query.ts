import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { answer, api } from '../client.js';

/** Who is looking, what the account may open, and what day it is there. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => answer(api.GET('/api/session', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** How recent records and scores are. Asked again every half minute. */
export function useFreshness() {
  return useQuery({
    queryKey: ['freshness'],
    queryFn: ({ signal }) => answer(api.GET('/api/freshness', { signal })),
    refetchInterval: 30_000,
  });
}

/** The day where the server is; the browser's until it has answered. */
export function useToday() {
  const { data } = useSession();
  return computed(() => data.value?.today ?? new Date().toISOString().slice(0, 10));
}
