import type { RecordKind } from '@probity/analytics';
import type { Scope } from '../../platform/access/scope.js';
import { Problem } from '../../platform/errors/problem.js';

/** Refuses (403) whoever may not import this kind of records. */
export function demandKind({ kinds }: Scope, kind: RecordKind): void {
  if (!kinds || kinds.has(kind.key)) return;
  throw new Problem(403, {
    code: 'not-permitted',
    parameter: 'kind',
    detail: `You may import ${[...kinds].join(', ') || 'nothing'}; not ${kind.key}.`,
  });
}

/** Whose imports a caller may see: the own ones; null (everyone's) for second persons and the product itself. */
export const senderOnly = ({ subject, roles, system }: Scope): string | null =>
  system || roles.has('approver') ? null : subject;
