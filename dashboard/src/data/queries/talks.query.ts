import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';
import type { AnswerOf } from '../route-types.js';

export type ProposedTalk = AnswerOf<'/api/talk-proposals'>['rows'][number];
export type TalkState = ProposedTalk['state'];
export type TalkKind = ProposedTalk['proposedKind'];

/** Which proposals a list is of. */
export interface TalkQuestion {
  readonly state?: string | undefined;
  readonly rule?: string | undefined;
  readonly unit?: string | undefined;
  readonly staffNo?: string | undefined;
  readonly limit?: number;
}

/** The talks that rules propose, the longest waiting first. */
export function useProposedTalks(question: MaybeRefOrGetter<TalkQuestion>) {
  return useQuery({
    queryKey: ['talk-proposals', question],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/talk-proposals', { params: { query: toValue(question) }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Which proposal is decided on, as the inspector saw it. */
interface Decided {
  readonly number: string;
  readonly version: number;
}

/** What an inspector decides of a proposal: the talk as it is to be, or why not. */
export type TalkDecision =
  | (Decided & { readonly kind: TalkKind; readonly plannedOn?: string | undefined })
  | (Decided & { readonly reason: string });

/** Sends a decision; lists and follow-ups are read again after it. */
export function useTalkDecision() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ number, ...wish }: TalkDecision) => {
      const params = { path: { number } };
      return 'reason' in wish
        ? answer(api.POST('/api/talk-proposals/{number}/decline', { params, body: wish }))
        : answer(api.POST('/api/talk-proposals/{number}/accept', { params, body: wish }));
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
