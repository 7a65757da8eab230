import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { showTimesIn } from '../../messages/words.js';
import { answer, api } from '../client.js';
import type { paths } from '../generated/api.js';
import type { AnswerOf } from '../route-types.js';

export type OwnStatement = AnswerOf<'/api/heard'>['statements'][number];
export type OwnStatementBody =
  paths['/api/heard/replies']['post']['requestBody']['content']['application/json'];

/** The token goes in a header: addresses are kept in histories and logs. */
const carrying = (token: string) => ({ 'probity-link': token });

/** What a link opens: one person's own sheet and statements. */
export function useHeard(token: string) {
  return useQuery({
    queryKey: ['heard'],
    queryFn: async ({ signal }) => {
      const heard = await answer(api.GET('/api/heard', { headers: carrying(token), signal }));
      // Without a session nothing else says in which zone times are told.
      showTimesIn(heard.timeZone);
      return heard;
    },
    // Every reading counts as an opening.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the person concerned can do through the link. */
export function useOwnStatements(token: string) {
  const queryClient = useQueryClient();
  const headers = carrying(token);
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['heard'] });
  const file = useMutation({
    mutationFn: (body: OwnStatementBody) =>
      answer(api.POST('/api/heard/replies', { headers, body })),
    onSuccess,
  });
  const withdraw = useMutation({
    mutationFn: ({ ref, reason }: { ref: string; reason: string }) => {
      const params = { path: { ref } };
      return answer(
        api.POST('/api/heard/replies/{ref}/withdraw', { headers, params, body: { reason } }),
      );
    },
    onSuccess,
  });
  const supersede = useMutation({
    mutationFn: ({ ref, text }: { ref: string; text: string }) => {
      const params = { path: { ref } };
      return answer(api.PUT('/api/heard/replies/{ref}', { headers, params, body: { text } }));
    },
    onSuccess,
  });
  return { file, withdraw, supersede };
}
