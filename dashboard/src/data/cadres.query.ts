import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, type Ref, toValue } from 'vue';
import { read } from './client.js';
import type { Cadre, CadreScore, RecordVersion, TrendPoint } from './shapes.js';

type Text = MaybeRefOrGetter<string>;
type Date = MaybeRefOrGetter<string | undefined>;

const pathOf = (staffNo: Text) => `cadres/${encodeURIComponent(toValue(staffNo))}`;

/** Up to 20 people whose name or number matches; nobody for an empty text. */
export function useCadreSearch(text: Ref<string>) {
  const q = computed(() => text.value.trim());
  return useQuery({
    queryKey: ['cadres', q],
    queryFn: async ({ signal }) => {
      const answer = await read<readonly Cadre[] | { rows: readonly Cadre[] }>(
        'cadres',
        { q: q.value },
        signal,
      );
      return 'rows' in answer ? answer.rows : answer;
    },
    enabled: () => q.value !== '',
    placeholderData: keepPreviousData,
  });
}

/** Name, unit, post and postings of a person. */
export function useCadre(staffNo: Text) {
  return useQuery({
    queryKey: ['cadre', staffNo],
    queryFn: ({ signal }) => read<Cadre>(pathOf(staffNo), {}, signal),
  });
}

/** A person's score with all its lines at a day. */
export function useCadreScore(
  staffNo: Text,
  asOf: Date,
  enabled: MaybeRefOrGetter<boolean> = true,
) {
  return useQuery({
    queryKey: ['cadre', staffNo, 'score', asOf],
    queryFn: ({ signal }) =>
      read<CadreScore>(`${pathOf(staffNo)}/score`, { asOf: toValue(asOf) }, signal),
    enabled,
  });
}

/** A person's score at each of the last months' ends, oldest first. */
export function useCadreHistory(staffNo: Text, asOf: Date, months = 36) {
  return useQuery({
    queryKey: ['cadre', staffNo, 'history', asOf, months],
    queryFn: async ({ signal }) => {
      const query = { months, asOf: toValue(asOf) };
      const answer = await read<{ points: readonly TrendPoint[] }>(
        `${pathOf(staffNo)}/history`,
        query,
        signal,
      );
      return answer.points;
    },
  });
}

/** All versions of a person's records, of one source or of all. */
export function useCadreRecords(staffNo: Text, source?: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    queryKey: ['cadre', staffNo, 'records', source],
    queryFn: async ({ signal }) => {
      const query = { source: toValue(source) };
      const answer = await read<readonly RecordVersion[] | { rows: readonly RecordVersion[] }>(
        `${pathOf(staffNo)}/records`,
        query,
        signal,
      );
      return 'rows' in answer ? answer.rows : answer;
    },
  });
}
