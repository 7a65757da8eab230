import type { Scope } from './scope.js';

/** SQL that is true of a person (`cadre_id`) in a part of the tree, as of today; `enter` is null for the whole of it. */
export const within = (cadre: string, enter: string, leave: string): string =>
  `(${enter}::int IS NULL OR EXISTS (
    SELECT FROM authority JOIN unit_tree tree USING (unit_id)
    WHERE authority.cadre_id = ${cadre} AND tree.enter BETWEEN ${enter} AND ${leave}))`;

/** SQL that is true of a person whom a caller may see; the values are those of `scopeValues`. */
export const personInScope = (
  cadre: string,
  { hidden, enter, leave }: { hidden: string; enter: string; leave: string },
): string => `(NOT ${cadre} = ANY (${hidden}::bigint[]) AND ${within(cadre, enter, leave)})`;

/** Whom a caller never sees, and both ends of their part of the tree. */
export const scopeValues = (scope: Scope): unknown[] => [
  scope.hidden,
  scope.units?.enter ?? null,
  scope.units?.leave ?? null,
];
