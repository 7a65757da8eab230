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
