import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { Problem } from './problem.js';

/** Checks parameters against the zod schema of their decorator; a problem document names the first bad one. */
@Injectable()
export class ParametersPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      validateCustomDecorators: true,
      exceptionFactory: (issues) => {
        const errors = issues.map((issue) => ({
          parameter: nameOf(issue),
          detail: issue.message,
        }));
        const [first] = errors;
        return new Problem(400, {
          code: 'bad-parameter',
          parameter: first?.parameter ?? '',
          detail: errors.map((error) => `${error.parameter}: ${error.detail}`).join('; '),
          errors,
        });
      },
    });
  }
}

interface Issue {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  /** zod's list of members that the object must not have. */
  readonly keys?: unknown;
}

function nameOf(issue: Issue): string {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  if (Array.isArray(issue.keys)) path.push(String(issue.keys[0]));
  return path.join('.');
}
