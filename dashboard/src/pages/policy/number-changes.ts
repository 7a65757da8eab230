import type { PolicyEntry } from '../../ui/policy/policy-entries.js';

/** What was typed for numbers of the policy, by path. */
export type Typed = Readonly<Record<string, string>>;

/** A number that is to be another one. */
export interface NumberChange {
  readonly entry: PolicyEntry;
  readonly before: number;
  readonly after: number;
}

/** Whether an entry is a plain number, which is changed by typing another one. */
export const isNumber = (entry: PolicyEntry): entry is PolicyEntry & { readonly value: number } =>
  typeof entry.value === 'number';

/** What was typed as a number; undefined where it is none. */
function numberOf(text: string): number | undefined {
  const number = Number(text.trim());
  return text.trim() !== '' && Number.isFinite(number) ? number : undefined;
}

/** Whether a text means a number; one that was left empty is not complained of. */
export const isTypedNumber = (text = ''): boolean =>
  text.trim() === '' || numberOf(text) !== undefined;

/** The numbers that differ from what the policy has, in its order. */
export function numberChanges(entries: readonly PolicyEntry[], typed: Typed): NumberChange[] {
  return entries.flatMap((entry) => {
    const after = numberOf(typed[entry.path] ?? '');
    if (!isNumber(entry) || after === undefined || after === entry.value) return [];
    return [{ entry, before: entry.value, after }];
  });
}

type Tree = { [name: string]: number | Tree };

/** Changes as the API takes them: groups within groups. */
export function treeOf(changes: readonly NumberChange[]): Tree {
  const tree: Tree = {};
  for (const { entry, after } of changes) {
    const names = entry.path.split('.');
    const last = names.pop() ?? '';
    let group = tree;
    for (const name of names) {
      const inner = group[name];
      const next: Tree = typeof inner === 'object' ? inner : {};
      group[name] = next;
      group = next;
    }
    group[last] = after;
  }
  return tree;
}
