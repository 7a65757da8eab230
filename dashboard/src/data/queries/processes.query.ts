import { useQuery } from '@tanstack/vue-query';
import { answer, api } from '../client.js';
import type { AnswerOf } from '../route-types.js';

export type ProcessList = AnswerOf<'/api/processes'>;
export type LivingProcess = ProcessList['processes'][number];

/** As often as a process gives a sign; each look is an entry of the audit log. */
const LOOK_MS = 10_000;

/** The processes that work on the database, asked for again and again. */
export function useProcesses() {
  return useQuery({
    queryKey: ['processes'],
    queryFn: ({ signal }) => answer(api.GET('/api/processes', { signal })),
    refetchInterval: LOOK_MS,
  });
}
