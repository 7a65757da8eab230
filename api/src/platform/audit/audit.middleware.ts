import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { HeldAnswer } from './answer/held-answer.js';
import type { AuditWriter } from './audit-writer.js';
import { type AuditedRequest, entryOf, isAudited } from './audited-request.js';

/** Numbers every request, and holds its answer until the audit log has it. */
export function auditAnswers(writer: AuditWriter) {
  return (incoming: Request, response: Response, next: NextFunction): void => {
    const request = incoming as AuditedRequest;
    request.id = randomUUID();
    response.setHeader('X-Request-Id', request.id);
    new HeldAnswer(response, {
      audited: () => isAudited(request),
      record: (phase, seen) => writer.append(entryOf(request, response, phase, seen)),
      instance: request.originalUrl.split('?', 1)[0] ?? '',
    });
    next();
  };
}
