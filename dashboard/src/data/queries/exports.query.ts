import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';
import type { paths } from '../generated/api.js';
import type { AnswerOf, QueryOf } from '../route-types.js';

export type Schedule = AnswerOf<'/api/exports'>['rows'][number];
export type ExportRun = AnswerOf<'/api/exports/{id}/runs'>['rows'][number];
export type ExportWhat = Schedule['what'];
export type ScheduleBody =
  paths['/api/exports']['post']['requestBody']['content']['application/json'];

export const exportWhats = [
  'rankings',
  'unit-summaries',
  'follow-ups',
] as const satisfies readonly ExportWhat[];

/** How often runs are looked at while one of them is under way. */
const LOOK_EVERY_MS = 1500;
const isUnderWay = (run: ExportRun | null | undefined) =>
  run?.status === 'queued' || run?.status === 'running';

/** All schedules of the caller, with their next times and last runs. */
export function useSchedules() {
  return useQuery({
    queryKey: ['exports'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/exports', { signal }))).rows,
    refetchInterval: ({ state }) =>
      state.data?.some((one) => isUnderWay(one.lastRun)) ? LOOK_EVERY_MS : false,
  });
}

/** The runs of a schedule, the latest first. */
export function useExportRuns(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['exports', id, 'runs'],
    queryFn: async ({ signal }) => {
      const params = { path: { id: toValue(id) }, query: { limit: 20 } };
      return (await answer(api.GET('/api/exports/{id}/runs', { params, signal }))).rows;
    },
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_EVERY_MS : false),
  });
}

/** What can be done to schedules; each change shows in the list at once. */
export function useScheduleChanges() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['exports'] });
  const add = useMutation({
    mutationFn: (body: ScheduleBody) => answer(api.POST('/api/exports', { body })),
    onSuccess,
  });
  const run = useMutation({
    mutationFn: (id: number) =>
      answer(api.POST('/api/exports/{id}/run', { params: { path: { id } } })),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: async (id: number) => {
      await api.DELETE('/api/exports/{id}', { params: { path: { id } } });
    },
    onSuccess,
  });
  return { add, run, remove };
}

/** One of the exports as a CSV file, now. Throws a Failure. */
export function readExport(
  what: ExportWhat,
  query: QueryOf<'/api/units/summaries'>,
): Promise<Blob> {
  const asked = { params: { query }, headers: { accept: 'text/csv' }, parseAs: 'blob' } as const;
  if (what === 'rankings') return answer(api.GET('/api/rankings', asked));
  if (what === 'follow-ups') return answer(api.GET('/api/follow-ups', asked));
  return answer(api.GET('/api/units/summaries', asked));
}
