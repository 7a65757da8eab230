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

/** Whose rows a caller may see in quarantine: the own ones; null (everyone's) for second persons and the product itself. */
export const senderOnly = ({ subject, roles, system }: Scope): string | null =>
  system || roles.has('approver') ? null : subject;

/**
 * Whose imports a caller may see: the own ones; null (everyone's) for a second person who sees
 * everybody, since a file is about people of any unit, and for the product itself.
 */
export const importerOnly = (scope: Scope): string | null => {
  const everybody = scope.units === undefined && scope.hidden.length === 0;
  return scope.system || (scope.roles.has('approver') && everybody) ? null : scope.subject;
};

/** The system of records that no name is given for. */
const USUAL_SYSTEM = 'upload';

/** The system that a file's records come from. Refuses (403) another than the one that the caller is fixed to. */
export function systemFor({ sourceSystem }: Scope, asked: string | undefined): string {
  if (sourceSystem === undefined) return asked ?? USUAL_SYSTEM;
  if (asked === undefined || asked === sourceSystem) return sourceSystem;
  throw new Problem(403, {
    code: 'not-permitted',
    parameter: 'system',
    detail: `This token is fixed to the system ${sourceSystem}; leave system out, or use another token.`,
  });
}
