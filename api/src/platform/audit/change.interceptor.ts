import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { Problem } from '../errors/problem.js';
import { AuditWriter } from './audit-writer.js';
import { type AuditedRequest, entryOf, isAudited } from './audited-request.js';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Records a change before it is carried out: one that cannot be recorded must not happen at all. */
@Injectable()
export class ChangeInterceptor implements NestInterceptor {
  constructor(private readonly writer: AuditWriter) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<AuditedRequest>();
    if (!READING.includes(request.method) && isAudited(request)) {
      const response = context.switchToHttp().getResponse<Response>();
      await this.writer.append(entryOf(request, response, 'asked', {})).catch(() => {
        throw new Problem(503, {
          code: 'audit-log-unavailable',
          detail: 'The audit log cannot be written, so nothing was changed. Try again in a minute.',
        });
      });
    }
    return next.handle();
  }
}
