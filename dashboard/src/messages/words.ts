import type { Labels, Language } from '@probity/analytics';
import { IntlMessageFormat } from 'intl-messageformat';
import { computed, ref, shallowReactive, watch } from 'vue';
import type { Messages } from './en/index.js';
import { type Formats, formatsOf } from './formats.js';
import { language } from './language.js';

export type MessageKey = keyof Messages;
export type Values = Record<string, string | number | undefined>;

const loaders: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en/index.js')).en,
  'zh-CN': async () => (await import('./zh-CN/index.js')).zhCN,
};

const loaded = shallowReactive<Partial<Record<Language, Messages>>>({});
const compiled = new Map<string, IntlMessageFormat>();

/** The language whose messages are shown: the former one until those of a new choice have come. */
const shown = computed<Language>((before) =>
  loaded[language.value] ? language.value : (before ?? language.value),
);
const zone = ref<string>();
const formats = computed<Formats>(() => formatsOf(shown.value, zone.value));

/** Shows all instants in this time zone (IANA name) from now on: the server's. */
export function showTimesIn(timeZone: string): void {
  zone.value = timeZone;
}

/** Loads a language's messages. Rejects where they cannot be fetched. */
export async function loadMessages(wanted: Language): Promise<void> {
  loaded[wanted] ??= await loaders[wanted]();
}

watch(language, loadMessages);
watch(shown, (now) => document.documentElement.setAttribute('lang', now), { immediate: true });

/** The text of a key in the language shown, with its ICU placeholders filled in. */
export function t(key: MessageKey, values: Values = {}): string {
  const text = loaded[shown.value]?.[key];
  if (text === undefined) return key;
  if (!text.includes('{')) return text;
  const id = `${shown.value}/${key}`;
  let message = compiled.get(id);
  if (!message) {
    message = new IntlMessageFormat(text, shown.value, undefined, { ignoreTag: true });
    compiled.set(id, message);
  }
  return message.format<string>(values) as string;
}

/** Of a text in both languages the one that is shown; plain text as it is. */
export function told(labels: Labels | string | null | undefined): string {
  if (labels == null) return '';
  return typeof labels === 'string' ? labels : labels[shown.value];
}

/** Texts, numbers and dates in the language shown. Reactive: changes with the language. */
export function useWords() {
  return { t, told, formats, language: shown };
}

export { formats, shown as shownLanguage };
