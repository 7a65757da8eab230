import type { Field, Labels } from '@probity/analytics';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { told } from '../messages/words.js';
import { read } from './client.js';

/** A kind of record as the API describes it: a register or an evidence source. */
export interface Kind {
  readonly key: string;
  readonly labels: Labels;
  readonly isSource?: boolean;
  readonly fields: Readonly<Record<string, Pick<Field, 'type' | 'labels' | 'optional' | 'values'>>>;
  readonly identity: readonly string[];
}

/** All kinds of record. They change with the release only. */
export function useKinds() {
  return useQuery({
    queryKey: ['kinds'],
    queryFn: async ({ signal }) => {
      const answer = await read<readonly Kind[] | { kinds: readonly Kind[] }>('kinds', {}, signal);
      return 'kinds' in answer ? answer.kinds : answer;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const registers = [
  'units',
  'unit-quotas',
  'cadres',
  'cadre-aliases',
  'postings',
  'sanctions',
  'outcomes',
  'appointment-case',
];
const COLOURS = 8;

/** The evidence sources with their name in the language shown and their colour token, in a fixed order. */
export function useSources() {
  const { data } = useKinds();
  return computed(() =>
    (data.value ?? [])
      .filter((kind) => kind.isSource ?? !registers.includes(kind.key))
      .map((kind, index) => ({
        key: kind.key,
        label: told(kind.labels),
        number: (index % COLOURS) + 1,
        color: `var(--source-${(index % COLOURS) + 1})`,
      })),
  );
}

/** Finds the name of a kind by its key; the key itself while kinds are unknown. */
export function useKindNames() {
  const { data } = useKinds();
  return (key: string) => {
    const kind = data.value?.find((one) => one.key === key);
    return kind ? told(kind.labels) : key;
  };
}
