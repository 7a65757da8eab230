import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';

/** What an RFC 9457 problem document says besides its status. */
export interface ProblemDetails {
  /** A short name of the kind of problem, stable, for programs (kebab-case). */
  readonly code: string;
  /** What was wrong, and what to do. */
  readonly detail: string;
  /** The query parameter, header or body field that was wrong. */
  readonly parameter?: string;
  /** How long to wait before another attempt; also told as Retry-After. */
  readonly retryAfterSeconds?: number;
  /** Further members. */
  readonly [member: string]: unknown;
}

/** A refusal that the caller is told about. */
export class Problem extends HttpException {
  constructor(
    status: number,
    readonly problem: ProblemDetails,
  ) {
    super(problem.detail, status);
  }

  /** The problem document. */
  document(instance: string): Record<string, unknown> {
    const { code, ...rest } = this.problem;
    const status = this.getStatus();
    return {
      type: `urn:probity:${code}`,
      title: STATUS_CODES[status] ?? 'Error',
      status,
      ...rest,
      instance,
    };
  }
}

/** 400: a parameter or body field that cannot be used as it is. */
export const badParameter = (parameter: string, detail: string) =>
  new Problem(400, { code: 'bad-parameter', parameter, detail });

/** 404: nothing there, or nothing that this caller may know of. The two answers are the same. */
export const notFound = (what: string) =>
  new Problem(404, { code: 'not-found', detail: `There is no ${what} that you may see.` });

/** 409: the request is sound, but not in the present state. */
export const conflict = (detail: string) => new Problem(409, { code: 'conflict', detail });
