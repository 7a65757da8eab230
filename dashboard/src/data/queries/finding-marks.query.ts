import { useQuery } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { answer, api } from '../client.js';

/** How many findings of a unit's people recur or were reopened, and the latest of them. */
export function useFindingMarks(
  unit: MaybeRefOrGetter<string>,
  asOf: MaybeRefOrGetter<string | undefined>,
  limit: number,
) {
  return useQuery({
    queryKey: ['finding-marks', unit, asOf, limit],
    queryFn: ({ signal }) => {
      const query = { unit: toValue(unit), asOf: toValue(asOf), limit };
      return answer(api.GET('/api/finding-marks', { params: { query }, signal }));
    },
  });
}
