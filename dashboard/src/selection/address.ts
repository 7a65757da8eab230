import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { dateTextOf, textOf } from './query-text.js';

/** Parameters to set; undefined or empty takes one away. */
export type Patch = Readonly<Record<string, string | number | undefined>>;

/**
 * The part of the address that every page shares: as-of day and unit. `change` merges parameters
 * into the address; with `keep` the step can be gone back by the browser's Back.
 */
export function useAddress() {
  const route = useRoute();
  const router = useRouter();

  const asOf = computed(() => dateTextOf(route.query, 'asOf'));
  /** What the address has for a day where it is none. */
  const mistakenDay = computed(() => (asOf.value ? undefined : textOf(route.query, 'asOf')));
  const unit = computed(() => textOf(route.query, 'unit'));
  /** What links to other pages carry along. */
  const shared = computed(() => ({
    ...(asOf.value ? { asOf: asOf.value } : {}),
    ...(unit.value ? { unit: unit.value } : {}),
  }));

  async function change(patch: Patch, keep = false): Promise<void> {
    const query = { ...route.query };
    for (const [name, value] of Object.entries(patch)) {
      if (value === undefined || value === '') delete query[name];
      else query[name] = String(value);
    }
    await router[keep ? 'push' : 'replace']({ query });
  }

  return { route, asOf, mistakenDay, unit, shared, change };
}
