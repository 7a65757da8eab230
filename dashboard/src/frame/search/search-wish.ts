import { readonly, ref } from 'vue';

const wishes = ref(0);

/** Counts how often a page has asked for the search; the top bar opens it at each. */
export const searchWishes = readonly(wishes);

/** Opens the search from anywhere on a page. */
export function wishSearch(): void {
  wishes.value += 1;
}
