import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import { answer, api } from '../client.js';
import type { AnswerOf } from '../route-types.js';
import { useHasRole } from './session.query.js';

export type Proposal = AnswerOf<'/api/proposals'>['rows'][number];
/** A draft of the policy. */
export type PolicyProposal = Extract<Proposal, { purpose: 'policy' }>;
/** A number of the policy that a draft changes. */
export type PolicyChange = PolicyProposal['detail']['changes'][number];

/** The most that are read at once; the answer's total counts all. */
const LIMIT = 200;

/** What waits for a second person, the oldest first. */
export function useProposals() {
  return useQuery({
    queryKey: ['proposals'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/proposals', { params: { query: { limit: LIMIT } }, signal })),
  });
}

const isPolicy = (proposal: Proposal): proposal is PolicyProposal => proposal.purpose === 'policy';

/**
 * The draft of the policy that waits for a second person, for those who draft or approve; there is one at
 * most, and null where there is none. Undefined until that is known.
 */
export function useWaitingDraft() {
  const mayAsk = useHasRole('administrator', 'approver');
  const { data } = useQuery({
    queryKey: ['proposals', 'policy'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/proposals', { params: { query: { purpose: 'policy' } }, signal })),
    enabled: mayAsk,
  });
  return computed(() => data.value && (data.value.rows.find(isPolicy) ?? null));
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
    // Also where it was refused: somebody else has decided meanwhile, or may not any more.
    onSettled: () => queryClient.invalidateQueries(),
  });
}
