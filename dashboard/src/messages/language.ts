import type { Language } from '@probity/analytics';
import { readonly, ref } from 'vue';

export const languages: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '中文' };

const KEY = 'probity.language';
const current = ref<Language>(firstLanguage());

/** The language of the screen. Change it with `chooseLanguage`. */
export const language = readonly(current);

/** What the reader chose here before, else what the browser prefers. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Switches the screen's language and remembers it in this browser. */
export function chooseLanguage(next: Language): void {
  localStorage.setItem(KEY, next);
  current.value = next;
}
