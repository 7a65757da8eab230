import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../errors/problem.js';

/** The media type of an Arrow stream. */
export const ARROW_STREAM = 'application/vnd.apache.arrow.stream';

/** The forms in which a list of rows can be had. */
export type AnswerFormat = 'json' | 'csv' | 'arrow';

const formats: Readonly<Record<string, AnswerFormat>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  [ARROW_STREAM]: 'arrow',
};

function formatOf(request: Request, offered: readonly AnswerFormat[]): AnswerFormat {
  const types = Object.keys(formats).filter((type) => offered.includes(formats[type] ?? 'json'));
  const chosen = request.accepts(types);
  const format = chosen === false ? undefined : formats[chosen];
  if (format) return format;
  throw new Problem(406, {
    code: 'not-acceptable',
    parameter: 'Accept',
    detail: `This list comes as ${types.join(', ')}.`,
  });
}

/** The form the caller accepts, of those that the route offers; JSON where they have no preference. */
export const AcceptedFormat = createParamDecorator(
  (offered: readonly AnswerFormat[], context: ExecutionContext): AnswerFormat =>
    formatOf(context.switchToHttp().getRequest<Request>(), offered),
);
