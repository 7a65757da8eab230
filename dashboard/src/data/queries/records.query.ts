import { useQuery } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';
import type { AnswerOf, QueryOf } from '../route-types.js';

export type StandingRecord = AnswerOf<'/api/records/{kind}/{id}'>;
export type ClosingForm = AnswerOf<'/api/records/closing'>;
export type Closable = QueryOf<'/api/records/closing'>;
/** What is filled in, as text by field; null clears. */
export type FormFields = Record<string, string | null>;

/** Where a record is, and which version of it a form was opened with. */
export type Opened = Pick<StandingRecord, 'kind' | 'id' | 'version'>;
/** A record after it was written, with what was worth a second look. */
export type Saved = Awaited<ReturnType<typeof enterRecord>>;

const pathOf = ({ kind, id }: Opened) => ({ params: { path: { kind, id } } });

/** What saving would say of a form; nothing is kept. Throws a Failure. */
export const checkRecord = (
  kind: string,
  body: { fields: FormFields; system?: string; record?: { id: string; version: number } },
) => answer(api.POST('/api/records/{kind}/check', { params: { path: { kind } }, body }));

/** Enters a record; with the same key only once. Throws a Failure. */
export const enterRecord = (
  kind: string,
  body: { fields: FormFields; system?: string },
  key: string,
) =>
  answer(
    api.POST('/api/records/{kind}', {
      params: { path: { kind } },
      headers: { 'idempotency-key': key },
      body,
    }),
  );

/** Corrects a record in these fields. Throws a Failure, 409 where another version stands by now. */
export const correctRecord = (opened: Opened, fields: FormFields): Promise<Saved> =>
  answer(
    api.PUT('/api/records/{kind}/{id}', {
      ...pathOf(opened),
      body: { version: opened.version, fields },
    }),
  );

/** Withdraws a record for a reason. Throws a Failure. */
export const withdrawRecord = (opened: Opened, reason: string): Promise<Saved> =>
  answer(
    api.POST('/api/records/{kind}/{id}/withdraw', {
      ...pathOf(opened),
      body: { version: opened.version, reason },
    }),
  );

/** Brings back what stood before. Throws a Failure. */
export const undoRecord = (opened: Opened): Promise<Saved> =>
  answer(
    api.POST('/api/records/{kind}/{id}/undo', {
      ...pathOf(opened),
      body: { version: opened.version },
    }),
  );

/** A record as it stands now, asked for anew whenever a form opens. */
export const readRecord = (kind: string, id: string): Promise<StandingRecord> =>
  answer(api.GET('/api/records/{kind}/{id}', { params: { path: { kind, id } } }));

/** What the reader entered or changed by hand, the latest first. */
export function useEntered() {
  return useQuery({
    queryKey: ['records', 'entered'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/records', { signal }))).rows,
  });
}

/** The form that closes a follow-up. */
export function useClosing(followUp: MaybeRefOrGetter<Closable>) {
  return useQuery({
    queryKey: ['records', 'closing', followUp],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/records/closing', { params: { query: toValue(followUp) }, signal })),
    gcTime: 0,
    staleTime: 0,
  });
}
