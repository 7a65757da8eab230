import { currentScope } from './current-scope.js';
import type { Scope, UnitInterval } from './scope.js';

/** No unit at all: what remains of a scope whose unit is gone. */
export const NOWHERE: UnitInterval = { enter: 0, leave: -1 };

/** What is in both parts of the tree; undefined: the whole tree. */
export function commonUnits(
  one: UnitInterval | undefined,
  other: UnitInterval | undefined,
): UnitInterval | undefined {
  if (!one || !other) return one ?? other;
  const enter = Math.max(one.enter, other.enter);
  const leave = Math.min(one.leave, other.leave);
  return enter <= leave ? { enter, leave } : NOWHERE;
}

/** Whom work beside the database may be about. */
export type Bounds = Pick<Scope, 'units' | 'hidden'>;

/**
 * The bounds of a scope for what is worked out in memory, where row security does not reach: they are
 * those of the scope that the present work is done in, too, so that a caller who is handed on wrongly
 * is still bound.
 */
export function boundsOf({ units, hidden }: Scope): Bounds {
  const present = currentScope();
  return {
    units: commonUnits(units, present.units),
    hidden: [...new Set([...hidden, ...present.hidden])],
  };
}
