import { z } from 'zod';
import type { Refusal } from '../platform/errors/refusals.js';

const document = z.record(z.string(), z.unknown());

/** A new version: a whole document, or what changes against the current one. */
export const newPolicy = z
  .strictObject({
    document: document.optional().describe('A whole policy; numbers left out have their defaults.'),
    changes: document.optional().describe('Only what differs from the current version.'),
    note: z.string().trim().min(1, 'say why').max(2000),
  })
  .refine((body) => (body.document === undefined) !== (body.changes === undefined), {
    message: 'give either document or changes',
    params: { refusal: 'required' satisfies Refusal },
    path: ['document'],
  });

export const policySummary = z.object({
  version: z.int(),
  note: z.string(),
  createdBy: z.string().describe('Who drafted it.'),
  approvedBy: z
    .string()
    .nullable()
    .describe('The second person; null where there was none to ask, while the product was set up.'),
  createdAt: z.iso.datetime(),
  current: z.boolean(),
});

export const policyList = z.object({ total: z.int(), rows: z.array(policySummary) });

export const policyAnswer = policySummary.extend({
  document: document.describe('Every number of every rule.'),
  changes: z
    .array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() }))
    .describe('What differs from the version before.'),
});

/** The description of every number: JSON Schema with labels and units, for an editor. */
export const policySchemaAnswer = z.record(z.string(), z.unknown());

export const policyPath = z.strictObject({
  version: z
    .union([z.literal('current'), z.coerce.number().int().min(1).max(2_000_000_000)])
    .describe('A version number, or `current`.'),
});

export type NewPolicy = z.output<typeof newPolicy>;
export type PolicySummary = z.output<typeof policySummary>;
export type PolicyAnswer = z.output<typeof policyAnswer>;
