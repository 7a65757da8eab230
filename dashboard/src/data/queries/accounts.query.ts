import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';
import type { paths } from '../generated/api.js';
import type { AnswerOf } from '../route-types.js';

export type Account = AnswerOf<'/api/users'>['rows'][number];
export type Role = Account['roles'][number];
export type NewAccountBody =
  paths['/api/users']['post']['requestBody']['content']['application/json'];
export type AccountChangeBody =
  paths['/api/users/{id}']['put']['requestBody']['content']['application/json'];

/** All accounts, by name. */
export function useAccounts() {
  return useQuery({
    queryKey: ['accounts'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/users', { signal }))).rows,
  });
}

/** One account. */
export function useAccount(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['accounts', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/users/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });
}

function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['accounts'] });
}

/** Adds an account. */
export function useNewAccount() {
  return useMutation({
    mutationFn: (body: NewAccountBody) => answer(api.POST('/api/users', { body })),
    onSuccess: useRefresh(),
  });
}

/** What an administrator does to an account; each takes effect on its next request. */
export function useAccountChanges(id: MaybeRefOrGetter<number>) {
  const onSuccess = useRefresh();
  const params = () => ({ path: { id: toValue(id) } });
  const change = useMutation({
    mutationFn: (body: AccountChangeBody) =>
      answer(api.PUT('/api/users/{id}', { params: params(), body })),
    onSuccess,
  });
  const disable = useMutation({
    mutationFn: () => answer(api.POST('/api/users/{id}/disable', { params: params() })),
    onSuccess,
  });
  const enable = useMutation({
    mutationFn: () => answer(api.POST('/api/users/{id}/enable', { params: params() })),
    onSuccess,
  });
  const link = useMutation({
    mutationFn: (withoutTotp: boolean) =>
      answer(api.POST('/api/users/{id}/links', { params: params(), body: { withoutTotp } })),
    onSuccess,
  });
  return { change, disable, enable, link };
}

/** Whom an account shall not see: added, and taken back. */
export function useRecusals(id: MaybeRefOrGetter<number>) {
  const onSuccess = useRefresh();
  const add = useMutation({
    mutationFn: (body: { staffNo: string; reason: string }) =>
      answer(api.POST('/api/users/{id}/recusals', { params: { path: { id: toValue(id) } }, body })),
    onSuccess,
  });
  const end = useMutation({
    mutationFn: (staffNo: string) =>
      api.DELETE('/api/users/{id}/recusals/{staffNo}', {
        params: { path: { id: toValue(id), staffNo } },
      }),
    onSuccess,
  });
  return { add, end };
}
