import { bandCodes } from '@probity/analytics';
import { z } from 'zod';
import type { Refusal } from '../platform/errors/refusals.js';

const band = z.enum(bandCodes);
const count = z.int().min(0);

/** `POST policy-previews`: what differs from the current version, as for a new one; or a draft that waits. */
export const previewWish = z
  .strictObject({
    document: z.record(z.string(), z.unknown()).optional(),
    changes: z.record(z.string(), z.unknown()).optional(),
    proposal: z
      .int()
      .min(1)
      .optional()
      .describe('The number of a draft: all that an approver may ask.'),
  })
  .refine((body) => Object.values(body).filter((part) => part !== undefined).length === 1, {
    message: 'give one of document, changes and proposal',
    params: { refusal: 'required' satisfies Refusal },
    path: ['changes'],
  });

const move = z.object({ from: band, to: band, count });

const person = z.object({
  staffNo: z.string(),
  name: z.string(),
  from: band,
  to: band,
  score: z.number().describe('Points it would be.'),
});

const counted = z.object({ before: count, after: count });

export const previewAnswer = z.object({
  asOf: z.iso.date(),
  policyVersion: z.int().describe('The version that it is compared with.'),
  changes: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
  cadreCount: count,
  rescoredCount: count.describe('How many would have another total.'),
  bands: z.record(band, counted),
  moves: z.array(move).describe('How many would go from one band to another.'),
  people: z
    .array(person)
    .nullable()
    .describe('Some of those, the highest first; null for callers who see no people.'),
  overdue: z
    .record(z.string(), counted)
    .describe(
      'Overdue follow-ups by kind, where their number would be another; all but those of people hidden from you.',
    ),
});

export type PreviewWish = z.output<typeof previewWish>;
export type PreviewAnswer = z.output<typeof previewAnswer>;
