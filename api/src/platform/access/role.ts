import { Problem } from '../errors/problem.js';
import type { Role, Scope } from './scope.js';

/** Refuses (403) whoever doesn't have the role. */
export function demandRole(scope: Scope, role: Role): void {
  if (scope.roles.has(role)) return;
  throw new Problem(403, { code: 'not-permitted', detail: `This is for the role ${role}.` });
}
