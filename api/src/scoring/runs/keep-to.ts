import type { Scope, UnitInterval } from '../../platform/access/scope.js';
import type { Conditions } from '../../platform/database/conditions.js';

/** So many are compared one by one, which is cheaper than an array for every row; PostgreSQL makes a table of longer ones. */
const ONE_BY_ONE = 8;

/** Keeps a statement over `s` (`scores` or `follow_ups`) to a unit's subtree and to the caller's scope. */
export function keepTo(
  conditions: Conditions,
  unit: UnitInterval | undefined,
  scope: Scope,
): Conditions {
  return hide(keepToUnits(conditions, unit, scope), scope.hidden);
}

/** The same where `s` is about units and not about people. */
export function keepToUnits(
  conditions: Conditions,
  unit: UnitInterval | undefined,
  scope: Scope,
): Conditions {
  for (const [column, interval] of [
    ['s.unit_enter', unit],
    ['s.scope_enter', scope.units],
  ] as const) {
    if (!interval) continue;
    const enter = conditions.parameter(interval.enter);
    const leave = conditions.parameter(interval.leave);
    conditions.add(`${column} BETWEEN ${enter} AND ${leave}`);
  }
  return conditions;
}

function hide(conditions: Conditions, hidden: readonly number[]): Conditions {
  if (hidden.length > ONE_BY_ONE) {
    return conditions.add(`s.cadre_id <> ALL (${conditions.parameter(hidden)}::bigint[])`);
  }
  for (const id of hidden) conditions.add(`s.cadre_id <> ${conditions.parameter(id)}::bigint`);
  return conditions;
}
