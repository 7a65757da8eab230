import type { Role, Scope, UnitInterval } from '../../platform/access/scope.js';

/** What a caller may do, as a statement answers it. */
export interface AccessRow {
  readonly account_id: number | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unit_code: string | null;
  readonly kinds: readonly string[] | null;
  readonly enter: number | null;
  readonly leave: number | null;
  readonly hidden: readonly number[];
}

/** No unit at all: what remains of a scope whose unit is gone. */
export const NOWHERE: UnitInterval = { enter: 0, leave: -1 };

/** The part of the tree: all of it without a unit, none of it where that unit is gone. */
export function unitsOf(row: Pick<AccessRow, 'unit_code' | 'enter' | 'leave'>) {
  if (row.unit_code === null) return undefined;
  return row.enter === null || row.leave === null
    ? NOWHERE
    : { enter: row.enter, leave: row.leave };
}

/** The scope of an account. */
export const scopeOfAccount = (row: AccessRow): Scope => ({
  subject: row.name,
  accountId: row.account_id ?? undefined,
  roles: new Set(row.roles),
  units: unitsOf(row),
  unitCode: row.unit_code ?? undefined,
  kinds: row.kinds ? new Set(row.kinds) : undefined,
  hidden: row.hidden,
  mayApprove: row.roles.includes('approver'),
  system: false,
});

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

/** What is in both sets; undefined: everything. */
export function commonKinds(
  one: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  return one && other ? one.intersection(other) : (one ?? other);
}
