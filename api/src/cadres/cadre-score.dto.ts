import { bandCodes } from '@probity/analytics';
import { z } from 'zod';
import { asOf, knownAt, policyVersion } from '../platform/http/parameters.js';

const points = z.number().describe('Points, at most three decimals.');
const band = z.enum(bandCodes);
const coverage = z.number().min(0).max(1);

const incomplete = z
  .array(z.object({ kind: z.string(), removedAt: z.iso.datetime(), count: z.int() }))
  .describe('Records that were there then and were removed since: the answer is without them.');

/** `GET cadres/{staffNo}/score`: as of when, known when, by which policy. */
export const scoreQuery = z.strictObject({ asOf, knownAt, policyVersion });

const contribution = z.object({
  ref: z.string(),
  occurredOn: z.iso.date().nullable(),
  points,
  reason: z.string(),
  marks: z
    .array(z.string())
    .optional()
    .describe(
      'What else is to be known of the record, and gives no points: found again, reopened.',
    ),
});

const sourceScore = z.object({
  source: z.string(),
  subtotal: points.describe('The sum of the contributions and adjustments.'),
  contributions: z.array(contribution),
  adjustments: z.array(z.object({ kind: z.string(), points })),
});

export const scoreAnswer = z.object({
  staffNo: z.string(),
  asOf: z.iso.date(),
  knownAt: z.iso
    .datetime({ offset: true })
    .describe('The instant asked for, else the last commit’s.'),
  policyVersion: z.int(),
  score: points.describe('The sum of the subtotals.'),
  band,
  coverage,
  coverageParts: z
    .array(
      z.object({ kind: z.string(), label: z.string(), present: z.boolean(), applies: z.boolean() }),
    )
    .describe('What coverage asks for, by source.'),
  position: z
    .int()
    .nullable()
    .describe(
      'Among everyone ranked; null for those not in service, and where no run of that day, policy and knowledge was published.',
    ),
  rank: z.int().nullable(),
  stale: z.boolean().describe('Whether evidence has come since position and rank were worked out.'),
  projection: z.boolean().describe('Whether the as-of date lies in the future.'),
  contested: z
    .boolean()
    .describe('Whether the person contests a record and no answer was given by the as-of date.'),
  signOff: z
    .object({
      signedBy: z.string(),
      signedAt: z.iso.datetime(),
      seen: z.string(),
      follows: z.string(),
      asOf: z.iso.date(),
      score: points,
      band,
      policyVersion: z.int(),
      runId: z.int(),
      scoreChange: points.describe('By how much the score asked for differs; 0 where it stands.'),
    })
    .nullable()
    .describe('The last sign-off of a named human; not a verdict.'),
  incomplete,
  sources: z.array(sourceScore),
});

/** `GET cadres/{staffNo}/history`: how far back. */
export const historyQuery = z.strictObject({
  asOf,
  months: z.coerce.number().int().min(1).max(120).default(36),
});

const historyPoint = z.object({
  asOf: z.iso.date(),
  score: points,
  band,
  coverage,
  subtotals: z.record(z.string(), points),
  policyVersion: z.int(),
});

export const historyAnswer = z.object({
  staffNo: z.string(),
  incomplete,
  points: z.array(historyPoint).describe('Month ends, oldest first, and the as-of date.'),
});

export type ScoreQuery = z.output<typeof scoreQuery>;
export type ScoreAnswer = z.output<typeof scoreAnswer>;
export type HistoryQuery = z.output<typeof historyQuery>;
export type HistoryAnswer = z.output<typeof historyAnswer>;
