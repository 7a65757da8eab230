import type { Request } from 'express';
import type { Scope } from '../../platform/access/scope.js';
import type { AuditedRequest } from '../../platform/audit/audited-request.js';

/** Has the audit log enter a request under an account that it turned out to be of. */
export function enterUnder(request: Request, scope: Scope): void {
  (request as AuditedRequest).scope = scope;
}

/** Has the audit log say why a request was refused, which the answer itself doesn't tell; `name` of the account, if there is one. */
export function noteRefusal(request: Request, reason: string, name?: string): void {
  const audited = request as AuditedRequest;
  audited.reason = reason;
  if (name !== undefined && audited.scope) audited.scope = { ...audited.scope, subject: name };
}
