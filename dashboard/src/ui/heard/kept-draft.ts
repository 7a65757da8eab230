import { type Ref, watch } from 'vue';
import type { Filled } from './statement-form.vue';

/** What was written and not yet sent. */
export interface Draft {
  readonly kind: Filled['kind'];
  readonly text: string;
  readonly source?: string;
  readonly ref?: string;
}

/** A browser may refuse to keep anything; then writing goes on without it. */
function withStorage<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(sessionStorage);
  } catch {
    return undefined;
  }
}

/** The draft under a key of this tab, from before a reload; undefined where there is none. */
export function keptDraft(key: string): Draft | undefined {
  return withStorage((storage) => {
    const draft: Draft = JSON.parse(storage.getItem(key) ?? 'null');
    return typeof draft?.text === 'string' ? draft : undefined;
  });
}

/** Keeps a draft under a key for as long as the tab is open, until its text is empty: sent, or deleted. */
export function keepDraft(key: string, draft: Readonly<Ref<Draft>>): void {
  watch(draft, (now) =>
    withStorage((storage) =>
      now.text === '' ? storage.removeItem(key) : storage.setItem(key, JSON.stringify(now)),
    ),
  );
}
