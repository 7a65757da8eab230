import { z } from 'zod';
import { reason } from '../../second-person/decisions.service.js';

const staffNo = z.string().trim().min(1).max(200);
const pair = {
  staffNo: staffNo.describe('The number that stays.'),
  formerStaffNo: staffNo.describe(
    'The other number of the same person, which becomes another name.',
  ),
};

export const pairBody = z.strictObject(pair);
export type PairBody = z.infer<typeof pairBody>;

export const newMerge = z.strictObject({ ...pair, reason });
export type NewMerge = z.infer<typeof newMerge>;

const person = z.object({ staffNo: z.string(), name: z.string() });

export const mergePreview = z.object({
  kept: person,
  former: person,
  records: z
    .array(
      z.object({
        kind: z.string(),
        count: z.int(),
        clashes: z
          .array(z.object({ system: z.string(), ref: z.string() }))
          .describe('Records that the kept number has too, and that say something else there.'),
      }),
    )
    .describe('What would pass to the kept number, by kind. The register row of the former ends.'),
  possible: z.boolean(),
});
export type MergePreview = z.infer<typeof mergePreview>;

export const mergeAnswer = z.object({
  id: z.int(),
  staffNo: z.string(),
  formerStaffNo: z.string(),
  mergedAt: z.iso.datetime().describe('Before this instant (knownAt) there are two people.'),
  splitAt: z.iso.datetime().nullable(),
});
export type MergeAnswer = z.infer<typeof mergeAnswer>;
export const mergeList = z.object({ rows: z.array(mergeAnswer) });

export const mergeId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
