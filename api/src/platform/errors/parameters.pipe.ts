import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { badParameter, Problem } from './problem.js';
import { causeOf, type Issue as SchemaIssue } from './schema-issues.js';

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
          ...causeOf(issue as SchemaIssue),
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

  override async transform<T = unknown>(value: T, metadata: ArgumentMetadata) {
    const { schema, data: name } = metadata;
    if (!schema) return value;
    const path = name === undefined ? [] : [name];
    const unusable = unusableText(value, path);
    if (unusable) throw badParameter(unusable.name, unusable.why, 'unusable-text');
    return super.transform(value, { ...metadata, schema: within(schema, path) });
  }
}

type Schema = NonNullable<ArgumentMetadata['schema']>;

/** The same schema of what stands at a path: a part of an address is checked alone and doesn't know its name. */
function within(schema: Schema, path: readonly string[]): Schema {
  if (path.length === 0) return schema;
  const known = schema['~standard'];
  return {
    '~standard': {
      ...known,
      async validate(value, options) {
        const result = await known.validate(value, options);
        if (!result.issues) return result;
        return {
          issues: result.issues.map((issue) => ({
            ...issue,
            path: [...path, ...(issue.path ?? [])],
          })),
        };
      },
    },
  };
}

/** Nobody's parameters are deeper than this, so nobody can exhaust the stack. */
const DEEPEST = 8;

interface UnusableText {
  readonly name: string;
  readonly why: string;
}

/** Where a text, or the name of a member, is one that PostgreSQL cannot keep; undefined where none is. */
function unusableText(value: unknown, path: readonly string[] = []): UnusableText | undefined {
  if (typeof value === 'string') return checked(value, path);
  if (typeof value !== 'object' || value === null || path.length === DEEPEST) return undefined;
  for (const [member, part] of Object.entries(value)) {
    const found = checked(member, path) ?? unusableText(part, [...path, member]);
    if (found) return found;
  }
  return undefined;
}

function checked(text: string, path: readonly string[]): UnusableText | undefined {
  if (text.includes('\0')) {
    return { name: path.join('.'), why: 'There is a NUL character in it.' };
  }
  if (text.isWellFormed()) return undefined;
  return {
    name: path.join('.'),
    why: 'There is half of a surrogate pair in it: no whole character.',
  };
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
