/** What was typed into forms and not sent, for as long as the tab is open: under this, then whose, then which form. */
const PREFIX = 'probity-draft';
let reader = '';

/** What a form held: text by field. */
export type Draft = Readonly<Record<string, string>>;

/** A browser may refuse to keep anything; then forms go on without it. */
function withStorage<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(sessionStorage);
  } catch {
    return undefined;
  }
}

const keyOf = (form: string) => JSON.stringify([PREFIX, reader, form]);

function forget(isGone: (owner: string) => boolean): void {
  withStorage((storage) => {
    for (const key of Object.keys(storage)) {
      if (!key.startsWith(`["${PREFIX}",`)) continue;
      if (isGone(JSON.parse(key)[1])) storage.removeItem(key);
    }
  });
}

/** Says who is signed in: from now on drafts are theirs, and those of anybody else are gone. */
export function draftsOf(name: string): void {
  reader = name;
  forget((owner) => owner !== name);
}

/** Removes every draft: whoever wrote them signs out. */
export const forgetDrafts = (): void => forget(() => true);

/** What was typed into a form before it was left; undefined where nothing was. */
export function keptDraft(form: string): Draft | undefined {
  return withStorage((storage) => {
    const draft: unknown = JSON.parse(storage.getItem(keyOf(form)) ?? 'null');
    return typeof draft === 'object' && draft !== null ? (draft as Draft) : undefined;
  });
}

/** Keeps what a form holds; undefined: there is nothing to keep any more, since it was sent or discarded. */
export function keepDraft(form: string, draft: Draft | undefined): void {
  withStorage((storage) =>
    draft === undefined
      ? storage.removeItem(keyOf(form))
      : storage.setItem(keyOf(form), JSON.stringify(draft)),
  );
}
