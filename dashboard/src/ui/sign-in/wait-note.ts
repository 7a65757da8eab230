import { computed, onUnmounted, ref, watch } from 'vue';
import { Failure } from '../../data/failure.js';

const SECOND = 1000;

/** How many seconds must still pass after a refusal that asks to wait; 0 where none does. Counts down. */
export function useWait(error: () => Error | null) {
  const until = ref(0);
  const now = ref(Date.now());
  let clock: ReturnType<typeof setInterval> | undefined;
  const stop = () => clearInterval(clock);

  watch(error, (failure) => {
    if (!(failure instanceof Failure) || failure.retryAfterSeconds === undefined) return;
    now.value = Date.now();
    until.value = now.value + failure.retryAfterSeconds * SECOND;
    stop();
    clock = setInterval(() => {
      now.value = Date.now();
      if (now.value >= until.value) stop();
    }, SECOND);
  });
  onUnmounted(stop);
  return computed(() => Math.max(0, Math.ceil((until.value - now.value) / SECOND)));
}
