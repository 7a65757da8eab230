import { z } from 'zod';
import { page } from '../platform/http/parameters.js';

export const retentionPreview = z.object({
  policyVersion: z.int(),
  asOf: z.iso.date(),
  warning: z.string().describe('What is removed cannot be brought back.'),
  kinds: z
    .array(
      z.object({
        kind: z.string(),
        keepYears: z.int(),
        clause: z.string().nullable(),
        before: z.iso.date().describe('Records dated before this day go.'),
        recordCount: z.int(),
        rowCount: z.int().describe('With all versions.'),
        peopleCount: z.int(),
        neededCount: z
          .int()
          .describe('Past their time, but kept for an open follow-up, contest or case.'),
      }),
    )
    .describe('The kinds that the policy keeps for a time only.'),
});
export type RetentionPreview = z.infer<typeof retentionPreview>;

const removal = z.object({
  id: z.int(),
  cause: z.enum(['retention', 'erasure']),
  kind: z.string(),
  recordCount: z.int(),
  rowCount: z.int(),
  peopleCount: z.int(),
  fromOn: z.iso.date().nullable(),
  toOn: z.iso.date().nullable(),
  policyVersion: z.int().nullable(),
  clause: z.string().nullable(),
  proposalId: z.int().nullable(),
  removedAt: z.iso.datetime(),
  removedBy: z.string(),
  digest: z.string().describe('SHA-256 over owner, number and version of the rows.'),
});
export type Removal = z.infer<typeof removal>;

export const removalList = z.object({ total: z.int(), rows: z.array(removal) });
export const removalQuery = z.strictObject({ ...page });
export type RemovalQuery = z.infer<typeof removalQuery>;

export const runAnswer = z.object({ rowCount: z.int(), removals: z.array(removal) });
export type RunAnswer = z.infer<typeof runAnswer>;
