import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, onUnmounted, toValue, watch } from 'vue';
import { language } from '../../messages/language.js';
import { answer, api } from '../client.js';
import { recordsOf } from '../csv-text.js';
import type { paths } from '../generated/api.js';
import type { AnswerOf, QueryOf } from '../route-types.js';

type ImportPath = paths['/api/imports/{kind}']['post']['parameters'];
export type ImportKind = ImportPath['path']['kind'];
export type ImportQuery = NonNullable<ImportPath['query']>;
export type ImportRow = AnswerOf<'/api/imports'>['rows'][number];
export type Preview =
  paths['/api/imports/{kind}/preview']['post']['responses'][200]['content']['application/json'];

/** Bytes of a text file that are enough to read its first rows; other forms are sent whole. */
const PREVIEW_BYTES = 1 << 20;

const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  arrow: 'application/vnd.apache.arrow.stream',
  arrows: 'application/vnd.apache.arrow.stream',
};

/** The media type of a file, by the end of its name; CSV where that says nothing. */
export function typeOf(name: string): string {
  return types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'text/csv';
}

/** How a file is sent: as it is, under its media type. The document knows its content as a string. */
function content(file: Blob, name: string) {
  return {
    body: file as unknown as string,
    bodySerializer: (body: unknown) => body as Blob,
    headers: { 'content-type': typeOf(name) },
  };
}

/** The first rows of a file as they would be read, and what kind it may be. Nothing is stored. */
export function preview(
  file: File,
  kind: ImportKind,
  mapping: string | undefined,
): Promise<Preview> {
  const isText = /csv|ndjson/.test(typeOf(file.name));
  const part = isText ? file.slice(0, PREVIEW_BYTES) : file;
  return answer(
    api.POST('/api/imports/{kind}/preview', {
      params: {
        path: { kind },
        query: { mapping, ...(part.size < file.size && { partial: 'true' }) },
      },
      ...content(part, file.name),
    }),
  );
}

/** Sends a file to be imported; its import's number. Throws a Failure. */
export async function startImport(
  file: File,
  kind: ImportKind,
  query: ImportQuery,
): Promise<number> {
  const sent = api.POST('/api/imports/{kind}', {
    params: { path: { kind }, query },
    ...content(file, file.name),
  });
  return (await answer(sent)).id;
}

/** Earlier imports, the latest first. */
export function useImports(query: MaybeRefOrGetter<QueryOf<'/api/imports'>>) {
  return useQuery({
    queryKey: ['imports', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/imports', { params: { query: toValue(query) }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Mapping profiles by name. */
export function useMappings() {
  return useQuery({
    queryKey: ['mappings'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/mappings', { signal }))).rows,
  });
}

const isOver = (state: ImportRow | undefined) =>
  state?.status === 'committed' || state?.status === 'failed';

/** One import, followed through the server's events until it is over; then scores are asked for anew. */
export function useImport(id: MaybeRefOrGetter<number>) {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/imports/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });
  let events: EventSource | undefined;
  const stop = () => events?.close();

  function follow(number: number) {
    stop();
    events = new EventSource(`/api/imports/${number}/events`);
    const take = (event: MessageEvent<string>) => {
      queryClient.setQueryData(['import', number], JSON.parse(event.data));
    };
    const finish = (event: MessageEvent<string>) => {
      take(event);
      stop();
      for (const stale of [
        'imports',
        'quarantine',
        'rankings',
        'freshness',
        'units',
        'follow-ups',
        'cadre',
      ]) {
        queryClient.invalidateQueries({ queryKey: [stale] });
      }
    };
    events.addEventListener('progress', take);
    events.addEventListener('committed', finish);
    events.addEventListener('failed', finish);
  }
  const waits = () => query.data.value && !isOver(query.data.value);
  watch(
    [() => toValue(id), waits],
    ([number, waiting]) => {
      if (waiting) follow(number);
    },
    { immediate: true },
  );
  onUnmounted(stop);
  return query;
}

/** One cause of a refused row, as errors.csv tells it. */
export interface Problem {
  readonly line: number;
  /** The header of the column; empty where the whole row or file is meant. */
  readonly column: string;
  readonly code: string;
  readonly message: string;
  readonly value: string;
}

/** The causes of an import's refused rows, at most so many. */
export function useProblems(
  id: MaybeRefOrGetter<number>,
  most: number,
  enabled: MaybeRefOrGetter<boolean>,
) {
  return useQuery({
    queryKey: ['import', id, 'problems', language],
    queryFn: async ({ signal }) => {
      const text = await answer(
        api.GET('/api/imports/{id}/errors.csv', {
          params: { path: { id: toValue(id) } },
          parseAs: 'text',
          signal,
        }),
      );
      return (await recordsOf(text, most + 1)).map(
        ({ line, column, code, message, value }): Problem => ({
          line: Number(line),
          column: column ?? '',
          code: code ?? '',
          message: message ?? '',
          value: value ?? '',
        }),
      );
    },
    enabled,
  });
}
