import { z } from 'zod';
import type { Source } from '../source.js';
import { sources as allSources } from '../sources/index.js';
import { type Policy, policySchema } from './schema.js';

/** What is wrong with a number: its path (`sources.audit-finding.cap`), in words, and as the schema has it. */
export interface PolicyIssue {
  readonly path: string;
  readonly message: string;
  readonly issue: z.core.$ZodIssue;
}

/** Why a policy was refused: one entry for each bad number. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  constructor(readonly issues: readonly PolicyIssue[]) {
    super(issues.map(({ path, message }) => `${path || 'policy'}: ${message}`).join('; '));
  }
}

/** The policy that a document means, defaults filled in. Throws a PolicyError that names every bad path. */
export function parsePolicy(document: unknown, sources: readonly Source[] = allSources): Policy {
  const parsed = policySchema(sources).safeParse(document);
  if (parsed.success) return parsed.data;
  throw new PolicyError(
    parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
      issue,
    })),
  );
}

/** The policy of the rules' first version. */
export const defaultPolicy: Policy = parsePolicy({});

/** JSON Schema (2020-12) of a policy document, with `labels` and `unit` beside each number. */
export function policyJsonSchema(
  sources: readonly Source[] = allSources,
): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(policySchema(sources), { io: 'input', unrepresentable: 'any' });
}
