import { z } from 'zod';
import { type Refusal, refusals, type Said } from './refusals.js';

/** What a schema says of a value, as far as it is told here. */
export interface Issue {
  readonly code?: string;
  readonly origin?: unknown;
  readonly expected?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly inclusive?: unknown;
  readonly format?: unknown;
  readonly values?: unknown;
  readonly keys?: unknown;
  readonly params?: unknown;
}

/** Why a value was refused, with what the words for it speak of. */
interface Cause {
  readonly code: Refusal;
  readonly said?: Said;
}

function ofSize({ origin, inclusive }: Issue, limit: number, isLow: boolean): Cause {
  const said = isLow ? { least: limit } : { most: limit };
  if (origin === 'string') {
    if (!isLow) return { code: 'too-long', said };
    return limit <= 1 ? { code: 'required' } : { code: 'too-short', said };
  }
  if (origin === 'array' || origin === 'set') return { code: isLow ? 'too-few' : 'too-many', said };
  if (inclusive === false) return { code: isLow ? 'above' : 'below', said: { limit } };
  return { code: isLow ? 'too-small' : 'too-large', said };
}

const ofType: Readonly<Record<string, Refusal>> = {
  int: 'not-whole',
  number: 'not-a-number',
  string: 'required',
};

/** Why a schema refused a value; undefined where there are no other words for it than its own. */
export function causeOf(issue: Issue): Cause | undefined {
  const { code, expected, minimum, maximum, format, values, params, keys } = issue;
  if (code === 'too_small') return ofSize(issue, Number(minimum), true);
  if (code === 'too_big') return ofSize(issue, Number(maximum), false);
  if (code === 'invalid_format') return format === 'date' ? { code: 'not-a-date' } : ofForm(format);
  if (code === 'invalid_value' && Array.isArray(values)) {
    return { code: 'not-a-choice', said: { choices: values.join(', ') } };
  }
  if (code === 'unrecognized_keys' && Array.isArray(keys)) {
    return { code: 'unknown-name', said: { name: String(keys[0]) } };
  }
  const type = code === 'invalid_type' ? ofType[String(expected)] : undefined;
  return type ? { code: type } : named(params);
}

/** The name of a form that a text should have had, where it is the name of a refusal. */
function ofForm(format: unknown): Cause | undefined {
  const code = refusals.find((refusal) => refusal === format);
  return code && { code };
}

/** What a rule of ours says of itself (`params: { refusal, said }`). */
function named(params: unknown): Cause | undefined {
  const { refusal, said } = (params ?? {}) as { readonly refusal?: Refusal; readonly said?: Said };
  return refusal && { code: refusal, ...(said && { said }) };
}

/** The English of a schema's own refusals, for the command line and for programs' logs. */
const english: Partial<Record<Refusal, (said: Said) => string>> = {
  required: () => 'is needed',
  'too-small': ({ least }) => `give ${least} or more`,
  'too-large': ({ most }) => `give ${most} or less`,
  above: ({ limit }) => `give more than ${limit}`,
  below: ({ limit }) => `give less than ${limit}`,
  'too-short': ({ least }) => `give at least ${least} characters`,
  'too-long': ({ most }) => `give at most ${most} characters`,
  'too-few': ({ least }) => `give at least ${least}`,
  'too-many': ({ most }) => `give at most ${most}`,
  'not-a-number': () => 'is not a number',
  'not-whole': () => 'give a whole number',
  'not-a-choice': ({ choices }) => `give one of: ${choices}`,
  'not-a-date': () => 'give a calendar date, YYYY-MM-DD',
  'unknown-name': ({ name }) => `there is no member called "${name}"`,
};

// Said where a schema has no words of its own; the library's words speak of types.
z.config({
  localeError: (issue) => {
    const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
    const cause = isMissing ? { code: 'required' as const, said: {} } : causeOf(issue as Issue);
    return cause && english[cause.code]?.(cause.said ?? {});
  },
});
