import { bandCodes } from '@probity/analytics';
import { z } from 'zod';
import { asOf, unit } from '../platform/http/parameters.js';
import { runInUse } from '../platform/http/run-in-use.js';

const count = z.int().min(0);
const points = z
  .number()
  .nullable()
  .describe(
    'Points, at most three decimals; null over nobody. For leaders whole points, or hidden.',
  );

/** A count of which leaders see no small one: null where it is hidden, else rounded to the nearest 5. */
const people = count.nullable().describe('For leaders rounded to the nearest 5; null: hidden.');

const suppressed = z
  .literal(true)
  .optional()
  .describe('A null beside it is hidden, since the group is small or would give a small one away.');

/** How many people are in each band. */
export const bandCounts = z.record(z.enum(bandCodes), people);

/** Which unit's page it is. */
export const unitPath = z.strictObject({
  code: z.string().max(200),
});

/** `GET units`: the tree as of a date. */
export const unitsQuery = z.strictObject({ asOf });

const listedUnit = z.object({
  code: z.string(),
  name: z.string(),
  parentCode: z.string().nullable().describe('null at the top of what the caller may see.'),
  depth: count,
  closedOn: z.iso
    .date()
    .nullable()
    .describe('There is no such unit from this day on; whoever is still in it is left there.'),
  cadreCount: people.describe('People in service in its whole subtree; null: hidden from leaders.'),
  suppressed,
});

export const unitsAnswer = z.object({
  ...runInUse,
  rows: z
    .array(listedUnit)
    .describe(
      'The tree in pre-order: a unit, then its subtree; without units that are closed by that day and have nobody left.',
    ),
});

/** `GET units/names`: the tree for choosing from. */
export const unitNamesAnswer = z.object({
  rows: z.array(listedUnit.pick({ code: true, name: true, parentCode: true, depth: true })),
});

/** `GET units/{code}/summary`: as of when, and how long a trend. */
export const summaryQuery = z.strictObject({
  asOf,
  months: z.coerce.number().int().min(1).max(120).default(12).describe('Month ends in the trend.'),
});

/** The people of a unit's whole subtree, counted. */
const tally = z.object({ cadreCount: people, bands: bandCounts, meanScore: points, suppressed });

const child = tally.extend({
  code: z.string(),
  name: z.string(),
  overdueCount: people.describe(
    'Overdue follow-ups about its people, whoever owes them; for leaders what units owe.',
  ),
});

export const summaryAnswer = tally.extend({
  code: z.string(),
  name: z.string(),
  parentCode: z.string().nullable(),
  closedOn: z.iso.date().nullable(),
  movedSince: z
    .array(
      z.object({
        code: z.string(),
        movedOn: z.iso.date(),
        fromCode: z.string().nullable(),
        toCode: z.string().nullable(),
      }),
    )
    .describe('Units that came or left after the as-of date. All counts are by today’s tree.'),
  ...runInUse,
  histogram: z
    .array(z.object({ from: z.number(), to: z.number(), count }))
    .describe('Empty for leaders: bars as fine as these would give small groups away.'),
  trend: z
    .array(tally.extend({ asOf: z.iso.date() }))
    .describe('Month ends before the as-of date, oldest first, by replay; then the date itself.'),
  yearBefore: tally.extend({ asOf: z.iso.date() }).describe('The same, a year before.'),
  overdue: z
    .record(z.string(), people)
    .describe('By kind of follow-up; inherited ones left out. For leaders what units owe.'),
  completion: z
    .record(z.string(), z.object({ due: people, closed: people, suppressed }))
    .describe('By kind: what falls due in the as-of date’s year, and how much of it is closed.'),
  children: z.array(child),
});

/** `GET units/summaries`: every unit of a subtree, one row each. */
export const summariesQuery = z.strictObject({ asOf, unit });

const summaryRow = tally.extend({
  code: z.string(),
  name: z.string(),
  parentCode: z.string().nullable(),
  depth: count,
  overdueCount: people,
});

export const summariesAnswer = z.object({
  ...runInUse,
  rows: z.array(summaryRow).describe('In pre-order.'),
});

export type UnitPath = z.output<typeof unitPath>;
export type UnitsQuery = z.output<typeof unitsQuery>;
export type SummariesQuery = z.output<typeof summariesQuery>;
export type UnitsAnswer = z.output<typeof unitsAnswer>;
export type SummaryQuery = z.output<typeof summaryQuery>;
export type SummaryAnswer = z.output<typeof summaryAnswer>;
export type SummariesAnswer = z.output<typeof summariesAnswer>;
export type SummaryRow = z.output<typeof summaryRow>;
export type TallyAnswer = z.output<typeof tally>;
