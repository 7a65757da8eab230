import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';
import type { paths } from '../generated/api.js';
import type { AnswerOf } from '../route-types.js';

export type Statement = AnswerOf<'/api/cadres/{staffNo}/replies'>['rows'][number];
export type Link = AnswerOf<'/api/cadres/{staffNo}/links'>['rows'][number];
export type Sheet = AnswerOf<'/api/cadres/{staffNo}/sheet'>;
export type StatementBody = BodyOf<'/api/cadres/{staffNo}/replies'>;
export type AnswerBody = BodyOf<'/api/cadres/{staffNo}/replies/{ref}/answer'>;
export type SignOffBody = BodyOf<'/api/cadres/{staffNo}/sign-offs'>;

type BodyOf<P extends keyof paths> = paths[P] extends {
  readonly post: {
    readonly requestBody: { readonly content: { readonly 'application/json': infer B } };
  };
}
  ? B
  : never;

type Text = MaybeRefOrGetter<string>;

/** What a person has replied and contested, the latest first. */
export function useReplies(staffNo: Text) {
  return useQuery({
    queryKey: ['cadre', staffNo, 'replies'],
    queryFn: async ({ signal }) => {
      const params = { path: { staffNo: toValue(staffNo) } };
      return (await answer(api.GET('/api/cadres/{staffNo}/replies', { params, signal }))).rows;
    },
  });
}

/** The links that were issued for a person, the latest first. */
export function useLinks(staffNo: Text) {
  return useQuery({
    queryKey: ['cadre', staffNo, 'links'],
    queryFn: async ({ signal }) => {
      const params = { path: { staffNo: toValue(staffNo) } };
      return (await answer(api.GET('/api/cadres/{staffNo}/links', { params, signal }))).rows;
    },
  });
}

/** The sheet "why this score" at a day. */
export function useSheet(staffNo: Text, asOf: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    queryKey: ['cadre', staffNo, 'sheet', asOf],
    queryFn: ({ signal }) => {
      const params = { path: { staffNo: toValue(staffNo) }, query: { asOf: toValue(asOf) } };
      return answer(api.GET('/api/cadres/{staffNo}/sheet', { params, signal }));
    },
  });
}

/** What an office can do about a person's statements; each change shows at once wherever the score does. */
export function useHearing(staffNo: Text) {
  const queryClient = useQueryClient();
  const path = () => ({ staffNo: toValue(staffNo) });
  const onSuccess = () => {
    for (const key of ['cadre', 'rankings', 'follow-ups']) {
      queryClient.invalidateQueries({ queryKey: [key] });
    }
  };
  const file = useMutation({
    mutationFn: (body: StatementBody) =>
      answer(api.POST('/api/cadres/{staffNo}/replies', { params: { path: path() }, body })),
    onSuccess,
  });
  const withdraw = useMutation({
    mutationFn: ({ ref, reason }: { ref: string; reason: string }) => {
      const params = { path: { ...path(), ref } };
      return answer(
        api.POST('/api/cadres/{staffNo}/replies/{ref}/withdraw', { params, body: { reason } }),
      );
    },
    onSuccess,
  });
  const supersede = useMutation({
    mutationFn: ({ ref, text }: { ref: string; text: string }) => {
      const params = { path: { ...path(), ref } };
      return answer(api.PUT('/api/cadres/{staffNo}/replies/{ref}', { params, body: { text } }));
    },
    onSuccess,
  });
  const give = useMutation({
    mutationFn: ({ ref, body }: { ref: string; body: AnswerBody }) => {
      const params = { path: { ...path(), ref } };
      return answer(api.POST('/api/cadres/{staffNo}/replies/{ref}/answer', { params, body }));
    },
    onSuccess,
  });
  const signOff = useMutation({
    mutationFn: (body: SignOffBody) =>
      answer(api.POST('/api/cadres/{staffNo}/sign-offs', { params: { path: path() }, body })),
    onSuccess,
  });
  return { file, withdraw, supersede, give, signOff };
}

/** Giving out and taking back links. */
export function useLinkChanges(staffNo: Text) {
  const queryClient = useQueryClient();
  const onSuccess = async () => {
    const links = { queryKey: ['cadre', staffNo, 'links'] };
    // What was asked before the change may be answered after it, without it.
    await queryClient.cancelQueries(links);
    await queryClient.invalidateQueries(links);
  };
  const issue = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/cadres/{staffNo}/links', {
          params: { path: { staffNo: toValue(staffNo) } },
        }),
      ),
    onSuccess,
  });
  const revoke = useMutation({
    mutationFn: (id: number) => {
      const params = { path: { staffNo: toValue(staffNo), id } };
      return answer(api.POST('/api/cadres/{staffNo}/links/{id}/revoke', { params }));
    },
    onSuccess,
  });
  return { issue, revoke };
}
