import { bandCodes, sources } from '@probity/analytics';
import { z } from 'zod';
import { asOf, date, flag, page, query, several, unit } from '../../platform/http/parameters.js';
import { runInUse } from '../../platform/http/run-in-use.js';

const band = z.enum(bandCodes as [string, ...string[]]);
export const sourceKeys = sources.map(({ key }) => key);
const sourceKey = z.enum(sourceKeys as [string, ...string[]]);

const sortKeys = ['position', 'score', 'name', 'staffNo', 'unit', 'overdue', ...sourceKeys];
const sorts = sortKeys.flatMap((key) => [key, `-${key}`]);

/** Points as a limit of a list; more than anybody can have is nonsense. */
const points = z.coerce.number().min(0).max(1_000_000);

export const rankingsQuery = z.strictObject({
  asOf,
  unit,
  band: several(bandCodes).optional().describe('One band or several, separated by commas.'),
  q: query.describe('Part of a name or of a staff number.'),
  sort: z.enum(sorts as [string, ...string[]]).default('position'),
  source: sourceKey.optional().describe('Only people with points of this source.'),
  overdueOnly: flag.optional().describe('Only people about whom something is overdue.'),
  scoreFrom: points.optional().describe('Only scores of at least this.'),
  scoreBelow: points.optional().describe('Only scores below this.'),
  compareTo: date.optional().describe('Adds what changed since this date.'),
  include: z.enum(['reason']).optional().describe('`reason` adds what weighs most.'),
  ...page,
});

export const mainReason = z.object({
  source: z.string(),
  ref: z.string(),
  points: z.number(),
  reason: z.string(),
});

export const rankingRow = z.object({
  position: z.int(),
  rank: z.int().describe('As position, ties of the score shared.'),
  staffNo: z.string(),
  name: z.string(),
  unitCode: z.string().nullable(),
  post: z.string().nullable(),
  score: z.number(),
  band,
  coverage: z.number().min(0).max(1),
  subtotals: z.record(z.string(), z.number()).describe('Points by source.'),
  overdueCount: z.int().describe('Overdue obligations of the cadre.'),
  officeOverdueCount: z.int().describe('Overdue obligations of the unit or an office about them.'),
  contested: z
    .boolean()
    .describe('Whether the person contests a record and no answer was given by the as-of date.'),
  positionChange: z
    .int()
    .nullable()
    .optional()
    .describe('How many places further up than at compareTo; null for people not ranked then.'),
  scoreChange: z.number().nullable().optional(),
  bandBefore: band.nullable().optional(),
  mainReason: mainReason.nullable().optional(),
});

export const rankingsAnswer = z.object({
  ...runInUse,
  total: z.int().describe('How many people the filters leave.'),
  rows: z.array(rankingRow),
});

export const distributionQuery = z.strictObject({ asOf, unit, compareTo: date.optional() });

const bandCounts = z.record(band, z.int());

export const distributionAnswer = z.object({
  ...runInUse,
  total: z.int(),
  bands: bandCounts,
  bandsBefore: bandCounts.nullable().describe('At compareTo.'),
  histogram: z
    .array(z.object({ from: z.number(), to: z.number(), count: z.int(), insufficient: z.int() }))
    .describe(
      'People by score; from is inclusive, to exclusive; insufficient: how many of them lack evidence.',
    ),
});

export type RankingsQuery = z.output<typeof rankingsQuery>;
export type RankingRow = z.output<typeof rankingRow>;
export type RankingsAnswer = z.output<typeof rankingsAnswer>;
export type MainReason = z.output<typeof mainReason>;
export type DistributionQuery = z.output<typeof distributionQuery>;
export type DistributionAnswer = z.output<typeof distributionAnswer>;
