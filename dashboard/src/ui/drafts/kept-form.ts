import { readonly, ref, watch } from 'vue';
import { type Draft, keepDraft, keptDraft } from '../../data/drafts.js';

/** A form whose content survives going back and a reload. */
export interface KeptForm {
  /** Names the form and what it is about, the same whenever it is opened again. */
  readonly name: string;
  /** What it holds now, and held when it was opened, before anybody typed. */
  now(): Draft;
  start(): Draft;
  /** Puts text into its fields. */
  fill(draft: Draft): void;
}

/**
 * Puts back what had been typed into a form, and keeps what is typed from now on until it is sent or
 * discarded. To be called in `setup`, once the form has its first content.
 */
export function keepForm({ name, now, start, fill }: KeptForm) {
  const isRestored = ref(false);
  let isDone = false;
  const kept = keptDraft(name);
  if (kept) {
    fill(kept);
    isRestored.value = true;
  }
  watch(now, (typed) => {
    if (isDone) return;
    const isAsBefore = JSON.stringify(typed) === JSON.stringify(start());
    keepDraft(name, isAsBefore ? undefined : typed);
  });
  /** It was sent, or given up: nothing of it is kept. */
  function done(): void {
    isDone = true;
    keepDraft(name, undefined);
  }
  /** Goes back to what the form held before anybody typed. */
  function discard(): void {
    isRestored.value = false;
    fill(start());
    keepDraft(name, undefined);
  }
  return { isRestored: readonly(isRestored), done, discard };
}
