import type { Scope } from '../platform/access/scope.js';

/** Whether a caller sees everybody, so that no file can hold anybody whom they don't. */
const seesEverybody = ({ units, hidden }: Scope): boolean =>
  units === undefined && hidden.length === 0;

/** Whose schedules a caller may see: the own ones; null (everyone's) for whoever sees everybody, and for the product itself. */
export const makerOnly = (scope: Scope): string | null =>
  scope.system || seesEverybody(scope) ? null : scope.subject;

/** A scope as a text: equal texts hold the same people, as long as the unit tree stands. */
export const scopeText = ({ unitCode, units, hidden }: Scope): string =>
  JSON.stringify([units ? (unitCode ?? '') : null, hidden.toSorted((a, b) => a - b)]);

/** Whether somebody may have a file whose rows were read in a scope. */
export const mayHave = (scope: Scope, readIn: string | null): boolean =>
  seesEverybody(scope) || readIn === scopeText(scope);
