import { type FollowUpKind, followUpKinds } from '@probity/analytics';
import { z } from 'zod';

const kinds = z.array(z.enum(Object.keys(followUpKinds) as FollowUpKind[]));

const consequence = z.object({
  overdueCount: z.int().describe('Follow-ups of these kinds that would count as overdue today.'),
  inheritedCount: z.int().describe('Overdue ones that would be kept apart as inherited.'),
});

/** What is proposed for a kind of record that came in for the first time, with its consequence today. */
export const firstImport = z.object({
  kind: z.string(),
  importId: z.int(),
  state: z
    .enum(['open', 'waiting', 'accepted', 'declined'])
    .describe('waiting: accepted by one person, as a draft of the policy that waits for another.'),
  proposalId: z.int().nullable().describe('The draft that waits.'),
  countFrom: kinds.describe(
    'Follow-ups that come of the records, and have no day yet to count from.',
  ),
  expectedFrom: kinds.describe('Obligations without a record that are not asked for yet.'),
  asThingsStand: consequence,
  options: z.array(consequence.extend({ from: z.iso.date() })),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  policyVersion: z.int().nullable().describe('The version that an accepted proposal became.'),
});

export const firstImportOfImport = z.object({ proposal: firstImport.nullable() });
export const firstImportList = z.object({ total: z.int(), rows: z.array(firstImport) });

/** Accepted with a day for either or both, or declined. */
export const firstImportDecision = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('accept'),
    countFrom: z.iso.date().optional().describe('Overdue before this day: inherited.'),
    expectedFrom: z.iso.date().optional().describe('Asked for without a record from this day.'),
  }),
  z.strictObject({ decision: z.literal('decline') }),
]);

export const kindPath = z.strictObject({ kind: z.string() });

export type FirstImport = z.output<typeof firstImport>;
export type FirstImportDecision = z.output<typeof firstImportDecision>;
