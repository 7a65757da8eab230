import { z } from 'zod';
import { page } from '../platform/http/parameters.js';

const states = ['waiting', 'approved', 'declined', 'lapsed'] as const;
const purposes = ['merge', 'split', 'erasure', 'policy'] as const;

const common = z.object({
  id: z.int(),
  reason: z.string(),
  state: z.enum(states).describe('lapsed: taken back by whoever proposed it.'),
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  own: z
    .boolean()
    .describe('Whether you proposed it, by whatever token: then somebody else decides.'),
  mayDecide: z.boolean().describe('Whether you count as the second person for it.'),
  decidedBy: z.string().nullable(),
  decidedReason: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
});

/** What somebody proposed about people. */
export const peopleProposal = common.extend({
  purpose: z.enum(['merge', 'split', 'erasure']),
  staffNo: z.string().describe('Whom it is about.'),
  detail: z.record(z.string(), z.unknown()),
});

/** What a draft of the policy says; it is kept with more than that. */
export const policyDetail = z.object({
  baseVersion: z
    .int()
    .describe('The version that it changes, which must still be the current one.'),
  changes: z
    .array(
      z.object({
        path: z.string(),
        before: z.unknown().describe('null where the version has no such entry.'),
        after: z.unknown().describe('null where the draft has no such entry.'),
      }),
    )
    .describe('What differs from that version.'),
  note: z.string(),
  version: z.int().nullable().default(null).describe('The version that it became; null before.'),
});

/** A draft of the policy: nothing counts by it before it is approved. */
export const policyProposal = common.extend({
  purpose: z.literal('policy'),
  staffNo: z.string().nullable().describe('null: it is about nobody in particular.'),
  detail: policyDetail,
});

export const proposalAnswer = z.discriminatedUnion('purpose', [peopleProposal, policyProposal]);
export type PeopleProposal = z.infer<typeof peopleProposal>;
export type PolicyProposal = z.infer<typeof policyProposal>;
export type ProposalAnswer = z.infer<typeof proposalAnswer>;

export const proposalList = z.object({ total: z.int(), rows: z.array(proposalAnswer) });

export const proposalQuery = z.strictObject({
  state: z.enum(states).default('waiting'),
  purpose: z.enum(purposes).optional(),
  ...page,
});
export type ProposalQuery = z.infer<typeof proposalQuery>;

/** The number of a proposal. */
export const proposalId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Why something is proposed, confirmed or declined. */
export const reason = z.string().trim().min(1).max(2_000);
export const decision = z.strictObject({ reason });
export type Decision = z.infer<typeof decision>;
