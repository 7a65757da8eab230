import type { Role } from '../../data/queries/accounts.query.js';

/** The roles that accounts and tokens are given, in the order of the choice. */
export const roles = [
  'inspector',
  'leader',
  'data-officer',
  'approver',
  'auditor',
  'administrator',
  'service',
] as const satisfies readonly Role[];

/** Those that a unit limits nothing for: data officers are limited by kinds, auditors read the whole log. */
const withoutUnit: ReadonlySet<Role> = new Set(['data-officer', 'auditor']);

/** Whether a unit limits anything for whoever has these roles. */
export const isLimitedByUnit = (given: readonly Role[]): boolean =>
  given.some((role) => !withoutUnit.has(role));

/** Whether a form asks for a unit: not once roles are chosen that it limits nothing for. */
export const asksForUnit = (given: readonly Role[]): boolean =>
  given.length === 0 || isLimitedByUnit(given);
