import { z } from 'zod';
import { page } from '../platform/http/parameters.js';

const states = ['waiting', 'approved', 'declined', 'lapsed'] as const;
const purposes = ['merge', 'split', 'erasure'] as const;

export const proposalAnswer = z.object({
  id: z.int(),
  purpose: z.enum(purposes),
  staffNo: z.string().describe('Whom it is about.'),
  detail: z.record(z.string(), z.unknown()),
  reason: z.string(),
  state: z.enum(states).describe('lapsed: taken back by whoever proposed it.'),
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedReason: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type ProposalAnswer = z.infer<typeof proposalAnswer>;

export const proposalList = z.object({ total: z.int(), rows: z.array(proposalAnswer) });

export const proposalQuery = z.strictObject({
  state: z.enum(states).default('waiting'),
  purpose: z.enum(purposes).optional(),
  ...page,
});
export type ProposalQuery = z.infer<typeof proposalQuery>;

export const proposalId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Why something is proposed, confirmed or declined. */
export const reason = z.string().trim().min(1).max(2_000);
export const decision = z.strictObject({ reason });
export type Decision = z.infer<typeof decision>;
