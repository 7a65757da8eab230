import { computed, readonly, ref, watchEffect } from 'vue';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEY = 'probity.theme';
const stored = localStorage.getItem(KEY);
const chosen = ref<Theme>(stored === 'light' || stored === 'dark' ? stored : 'system');
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = ref(systemDark.matches);
systemDark.addEventListener('change', (event) => {
  systemIsDark.value = event.matches;
});

/** What the reader chose; `system` follows the machine. */
export const theme = readonly(chosen);

/** The theme on screen. Charts draw themselves again when it changes. */
export const shownTheme = computed(() =>
  chosen.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : chosen.value,
);

// Before charts read their colours, hence synchronously.
watchEffect(
  () => {
    if (chosen.value === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.dataset.theme = chosen.value;
  },
  { flush: 'sync' },
);

/** Switches the theme and remembers it in this browser. */
export function chooseTheme(next: Theme): void {
  localStorage.setItem(KEY, next);
  chosen.value = next;
}
