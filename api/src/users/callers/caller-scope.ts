import { NOWHERE } from '../../platform/access/bounds.js';
import type { Role, Scope } from '../../platform/access/scope.js';

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
  ownAccount: row.account_id ?? undefined,
  roles: new Set(row.roles),
  units: unitsOf(row),
  unitCode: row.unit_code ?? undefined,
  kinds: row.kinds ? new Set(row.kinds) : undefined,
  hidden: row.hidden,
  mayApprove: row.roles.includes('approver'),
  system: false,
});

/** What is in both sets; undefined: everything. */
export function commonKinds(
  one: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  return one && other ? one.intersection(other) : (one ?? other);
}
