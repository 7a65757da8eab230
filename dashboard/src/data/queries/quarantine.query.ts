import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { answer, api } from '../client.js';
import type { AnswerOf } from '../route-types.js';

export type WaitingRow = AnswerOf<'/api/quarantine'>['rows'][number];
export type Decision = 'release' | 'discard' | 'approve' | 'decline';

/** The most rows that are read at once; the answer's total counts all. */
const LIMIT = 1000;

/** Rows that wait in quarantine, the oldest first. */
export function useQuarantine() {
  return useQuery({
    queryKey: ['quarantine'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/quarantine', {
          params: { query: { state: 'waiting', limit: LIMIT } },
          signal,
        }),
      ),
  });
}

/** Decides for a waiting row, with a reason. A released row counts, so scores are asked for anew. */
export function useDecision() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, decision, reason }: { id: number; decision: Decision; reason: string }) => {
      const asked = { params: { path: { id } }, body: { reason } };
      switch (decision) {
        case 'release':
          return answer(api.POST('/api/quarantine/{id}/release', asked));
        case 'approve':
          return answer(api.POST('/api/quarantine/{id}/approve', asked));
        case 'decline':
          return answer(api.POST('/api/quarantine/{id}/decline', asked));
        case 'discard':
          return answer(api.POST('/api/quarantine/{id}/discard', asked));
      }
    },
    onSuccess: (row) => {
      const stale = ['quarantine', 'imports'];
      if (row.state === 'released')
        stale.push('rankings', 'freshness', 'units', 'follow-ups', 'cadre');
      return Promise.all(stale.map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
    },
  });
}
