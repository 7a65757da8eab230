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

/** Whether a caller sees rows in quarantine that others sent: a second person, and the product itself. */
export const seesOthersRows = ({ roles, system }: Scope): boolean =>
  system || roles.has('approver');

/** SQL: whether an import `i` was sent by whom two values name, see `senderValues`. */
export const sentBy = (subject: string, account: string): string =>
  `(i.subject = ${subject} OR i.account_id = ${account}::bigint)`;

/** The caller as a sender; an account that has signed in itself also sent what its tokens did. */
export const senderValues = ({ subject, ownAccount }: Scope): [string, number | null] => [
  subject,
  ownAccount ?? null,
];

/** SQL: whether an import `i` is shown to whom three values name, see `importerValues`. */
export const shownImport = (everybody: string, subject: string, account: string): string =>
  `(${everybody}::boolean OR ${sentBy(subject, account)})`;

/**
 * Whose imports a caller may see: the own ones; everybody's as a second person who sees everybody, since a
 * file is about people of any unit, and as the product itself.
 */
export const importerValues = (scope: Scope): [boolean, string, number | null] => {
  const everybody = scope.units === undefined && scope.hidden.length === 0;
  return [scope.system || (scope.roles.has('approver') && everybody), ...senderValues(scope)];
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
