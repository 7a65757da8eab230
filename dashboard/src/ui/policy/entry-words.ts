import { type FollowUpKind, followUpKinds, type Labels } from '@probity/analytics';
import { useKindNames } from '../../data/queries/kinds.query.js';
import { type MessageKey, told, useWords } from '../../messages/words.js';

const units: ReadonlySet<string> = new Set([
  ...['points', 'days', 'years', 'factor', 'count', 'rating', 'score', 'month', 'day', 'date'],
]);

/** How the numbers of the policy and their units are told. */
export function useEntryWords() {
  const { t } = useWords();
  const kindName = useKindNames();
  const nameOf = (label: Labels | string) =>
    typeof label === 'string'
      ? told(followUpKinds[label as FollowUpKind] ?? kindName(label))
      : told(label);
  return {
    /** One label; a name without one is a kind of follow-up or record. */
    nameOf,
    /** Labels from the outermost group to the number itself. */
    nameWith: (labels: readonly (Labels | string)[]) => labels.map(nameOf).join(' · '),
    unitOf: ({ unit }: { readonly unit: string }) =>
      units.has(unit) ? t(`policy.unit.${unit}` as MessageKey) : unit,
  };
}
