import { z } from 'zod';
import { page } from '../../platform/http/parameters.js';

const states = ['waiting', 'released', 'overtaken', 'discarded'] as const;

const proposal = z
  .object({
    reason: z.string(),
    proposedBy: z.string(),
    proposedAt: z.iso.datetime(),
    state: z.enum(['waiting', 'approved', 'declined', 'lapsed']),
    decidedBy: z.string().nullable(),
    decidedReason: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .describe(
    'A release that touches published scores: who proposed it, and what a second person said.',
  );

export const quarantinedRow = z.object({
  id: z.int(),
  importId: z.int(),
  kind: z.string(),
  system: z.string(),
  line: z.int(),
  code: z.string(),
  state: z.enum(states),
  content: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
  proposal: proposal.nullable().describe('The latest one; null where none was ever made.'),
});
export type QuarantinedAnswer = z.infer<typeof quarantinedRow>;

export const quarantineList = z.object({ total: z.int(), rows: z.array(quarantinedRow) });

export const listQuery = z.strictObject({
  state: z.enum(states).default('waiting'),
  kind: z.string().optional(),
  proposed: z
    .stringbool()
    .optional()
    .describe('true: only rows whose release waits for a second person; false: only the others.'),
  ...page,
});
export type ListQuery = z.infer<typeof listQuery>;

export const rowId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const decision = z.strictObject({ reason: z.string().trim().min(1).max(2_000) });
export type Decision = z.infer<typeof decision>;
