import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { t, told } from '../../messages/words.js';
import { answer, api } from '../client.js';
import { useCaps } from './policies.query.js';

/** All kinds of record: registers and evidence sources. They change with the release only. */
export function useKinds() {
  return useQuery({
    queryKey: ['kinds'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/kinds', { signal }))).rows,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** How many colour tokens there are for sources. */
const COLOURS = 11;

/**
 * The evidence sources that can give points, with their name in the language shown and their colour
 * token, in a fixed order. Those whose cap is 0 have no bar anywhere, so they take no colour.
 */
export function useSources() {
  const { data } = useKinds();
  const caps = useCaps();
  return computed(() =>
    (data.value ?? [])
      .filter((kind) => !kind.register && caps.value[kind.key]?.cap !== 0)
      .map((kind, index) => ({
        key: kind.key,
        label: told(kind.labels),
        number: (index % COLOURS) + 1,
        color: `var(--source-${(index % COLOURS) + 1})`,
      })),
  );
}

/** Finds what a column of a kind is called, with the name that a header has for it. */
export function useFieldNames() {
  const { data } = useKinds();
  return (key: string | undefined, name: string) => {
    const field = data.value
      ?.find((one) => one.key === key)
      ?.fields.find((one) => one.name === name);
    return field ? t('import.field', { name, label: told(field.labels) }) : name;
  };
}

/** Finds the name of a kind by its key; the key itself while kinds are unknown. */
export function useKindNames() {
  const { data } = useKinds();
  return (key: string) => {
    const kind = data.value?.find((one) => one.key === key);
    return kind ? told(kind.labels) : key;
  };
}
