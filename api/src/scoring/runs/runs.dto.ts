import { z } from 'zod';
import { asOf, date, page } from '../../platform/http/parameters.js';

export const newRun = z.strictObject({ asOf }).default({});

export const runPath = z.strictObject({
  id: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 53 - 1),
});

export const runsQuery = z.strictObject({ ...page, asOf: date.optional() });

export const runCreated = z.object({ id: z.int() });

export const runAnswer = z.object({
  id: z.int(),
  status: z.enum(['queued', 'running', 'published', 'failed']),
  asOf: z.iso.date(),
  knownAt: z.iso.datetime().nullable().describe('Everything committed up to here is in it.'),
  policyVersion: z.int().nullable(),
  evidenceDigest: z.string().nullable().describe('SHA-256 of the evidence that was scored.'),
  engineVersion: z.string().nullable(),
  cadreCount: z.int().nullable().describe('How many people were ranked.'),
  requestedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  error: z.string().nullable(),
});

export const runList = z.object({ total: z.int(), rows: z.array(runAnswer) });

export const freshnessAnswer = z.object({
  recordsUpTo: z.iso.datetime().nullable().describe('When records were last committed.'),
  scoredAt: z.iso.datetime().nullable().describe("When today's scores were published."),
  knownAt: z.iso.datetime().nullable().describe('What the scores of today know of.'),
  policyVersion: z.int().nullable(),
  stale: z.boolean().describe('Whether records or a policy have come since.'),
});

export type RunAnswer = z.output<typeof runAnswer>;
export type RunsQuery = z.output<typeof runsQuery>;
export type FreshnessAnswer = z.output<typeof freshnessAnswer>;
