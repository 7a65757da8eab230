import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import type { FieldError, Refusal, Said } from './refusals.js';

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
  /** Which refusal it is, where there are words for it in both languages, and what they speak of. */
  readonly refusal?: Refusal | undefined;
  readonly said?: Said | undefined;
  /** Field by field what is wrong with a body or with parameters. */
  readonly errors?: readonly FieldError[];
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

/** What is said of one field alone, whatever the status. */
export function fieldProblem(
  status: number,
  code: string,
  { parameter, ...wrong }: FieldError,
): Problem {
  // The name stands before what is wrong where nothing else says it.
  const named = `${parameter}: `;
  const detail = wrong.detail.startsWith(named) ? wrong.detail.slice(named.length) : wrong.detail;
  const errors = [{ parameter, ...wrong, detail }];
  return new Problem(status, { code, parameter, detail: wrong.detail, errors });
}

/** 400: a parameter or body field that cannot be used as it is. */
export const badParameter = (parameter: string, detail: string, code?: Refusal, said?: Said) =>
  fieldProblem(400, 'bad-parameter', { parameter, detail, code, said });

/** 404: nothing there, or nothing that this caller may know of. The two answers are the same. */
export const notFound = (what: string) =>
  new Problem(404, { code: 'not-found', detail: `There is no ${what} that you may see.` });

/** 404, as `notFound`: what a field of the body refers to. */
export const nobodyThere = (parameter: string, what: string) =>
  fieldProblem(404, 'not-found', {
    ...{ parameter, code: 'unknown-person' },
    detail: `There is no ${what} that you may see.`,
  });

/** 409: the request is sound, but not in the present state. */
export const conflict = (detail: string, refusal?: Refusal, said?: Said) =>
  new Problem(409, { code: 'conflict', detail, refusal, said });
