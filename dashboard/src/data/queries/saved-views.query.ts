import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { answer, api } from '../client.js';
import type { AnswerOf } from '../route-types.js';

/** The pages of which views can be saved. */
export type SavedPage = 'ranking' | 'follow-ups';
export type SavedView = AnswerOf<'/api/saved-views/{page}'>['rows'][number];

/** The reader's own views of a page, by name, and how to keep and forget one. */
export function useSavedViews(page: SavedPage) {
  const queryClient = useQueryClient();
  const queryKey = ['saved-views', page];
  const onSuccess = () => queryClient.invalidateQueries({ queryKey });
  const views = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/saved-views/{page}', { params: { path: { page } }, signal })),
  });
  const save = useMutation({
    mutationFn: ({ name, query }: { name: string; query: string }) =>
      answer(
        api.PUT('/api/saved-views/{page}/{name}', {
          params: { path: { page, name } },
          body: { query },
        }),
      ),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: ({ name }: { name: string }) =>
      api.DELETE('/api/saved-views/{page}/{name}', { params: { path: { page, name } } }),
    onSuccess,
  });
  return { views, save, remove };
}
