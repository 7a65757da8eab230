import { randomUUID } from 'node:crypto';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { Problem } from './problem.js';

/** Turns everything that is thrown into an RFC 9457 problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = this.#problemOf(error);
    if (response.headersSent) {
      // Too late for an answer: cutting the connection is how a client learns that a body is not whole.
      response.destroy(error instanceof Error ? error : undefined);
      return;
    }
    const { retryAfterSeconds } = problem.problem;
    if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', retryAfterSeconds);
    const body = JSON.stringify(problem.document(request.originalUrl.split('?')[0] ?? ''));
    response.status(problem.getStatus()).type('application/problem+json').send(body);
  }

  #problemOf(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof HttpException) {
      return new Problem(error.getStatus(), { code: 'refused', detail: error.message });
    }
    const parserStatus = (error as { status?: unknown; expose?: unknown } | null)?.status;
    if (typeof parserStatus === 'number' && parserStatus >= 400 && parserStatus < 500) {
      return new Problem(parserStatus, { code: 'refused', detail: (error as Error).message });
    }
    const number = randomUUID();
    this.#logger.error({ err: error, number }, 'unexpected failure');
    return new Problem(500, {
      code: 'failed',
      detail: `Something failed here. Try again; if it stays, quote ${number}.`,
      number,
    });
  }
}
