import { readonly, ref } from 'vue';

const clock = ref(Date.now());
setInterval(() => {
  clock.value = Date.now();
}, 30_000);

/** The present instant in milliseconds, moving on every half minute: enough for "3 min ago". */
export function useNow() {
  return readonly(clock);
}
