import { isDeepStrictEqual } from 'node:util';
import type { Scope } from '../../platform/access/scope.js';
import { fieldProblem, type Problem } from '../../platform/errors/problem.js';
import type { AccountAnswer, AccountChange } from './accounts.dto.js';

/** What decides what an account may see and do. */
const deciding = ['roles', 'unitCode', 'kinds', 'staffNo'] as const;

/** 403: nobody gives themselves rights, or takes a limit of theirs away. */
export const ownRights = (parameter: string): Problem =>
  fieldProblem(403, 'own-rights', {
    parameter,
    detail: `${parameter}: another administrator must change this of your own account`,
    code: 'own-rights',
  });

/** Refuses (403) to change what the caller's own account may do. */
export function demandNotOwn(
  id: number,
  scope: Scope,
  before: AccountAnswer,
  after: AccountChange,
): void {
  if (scope.accountId !== id) return;
  const changed = deciding.find((part) => {
    const was = part === 'roles' ? before.roles.toSorted() : before[part];
    return !isDeepStrictEqual(was, after[part]);
  });
  if (changed) throw ownRights(changed);
}
