import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { answer, api } from '../client.js';
import type { AnswerOf } from '../route-types.js';

export type Proposal = AnswerOf<'/api/proposals'>['rows'][number];

/** The most that are read at once; the answer's total counts all. */
const LIMIT = 200;

/** What waits for a second person about people, the oldest first. */
export function useProposals() {
  return useQuery({
    queryKey: ['proposals'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/proposals', { params: { query: { limit: LIMIT } }, signal })),
  });
}

/** A second person's word on a proposal, with a reason. */
export function useProposalDecision() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, approve, reason }: { id: number; approve: boolean; reason: string }) => {
      const asked = { params: { path: { id } }, body: { reason } };
      return approve
        ? answer(api.POST('/api/proposals/{id}/approve', asked))
        : answer(api.POST('/api/proposals/{id}/decline', asked));
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
