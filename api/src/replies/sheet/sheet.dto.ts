import { bandCodes } from '@probity/analytics';
import { z } from 'zod';
import { asOf } from '../../platform/http/parameters.js';

const points = z.number().describe('Points, at most three decimals.');

export const sheetQuery = z.strictObject({
  asOf,
  language: z
    .enum(['en', 'zh-CN'])
    .optional()
    .describe('Of the sheet; the caller’s where it is not given.'),
});

const line = z.object({
  ref: z.string(),
  occurredOn: z.iso.date().nullable(),
  points,
  reason: z.string(),
});

const part = z.object({
  source: z.string(),
  label: z.string(),
  subtotal: points.describe('The sum of the lines and adjustments, where there are any.'),
  lines: z.array(line),
  adjustments: z.array(z.object({ kind: z.string(), label: z.string(), points })),
  count: z
    .string()
    .nullable()
    .describe('Of a confidential source, which has no lines, how many records: "under 5".'),
});

const deadline = z.object({
  kind: z.string(),
  label: z.string(),
  ref: z.string(),
  dueOn: z.iso.date(),
  state: z.enum(['overdue', 'due-soon', 'open', 'closed']),
  owedBy: z.enum(['cadre', 'unit', 'office']),
});

export const sheetAnswer = z.object({
  staffNo: z.string(),
  name: z.string(),
  language: z.enum(['en', 'zh-CN']),
  asOf: z.iso.date(),
  knownAt: z.iso.datetime({ offset: true }),
  policyVersion: z.int(),
  total: points.describe('The sum of the subtotals.'),
  band: z.enum(bandCodes),
  contested: z.boolean(),
  notice: z.string().describe('What the score is, and what it is not.'),
  mayDifferBy: points.describe(
    'By how much the total here may differ from the score, since opinions are rounded.',
  ),
  rounding: z.string().describe('Why opinions stand as one rounded line.'),
  parts: z.array(part).describe('Every source.'),
  missing: z.array(z.string()).describe('Evidence that policy asks for and that is not there.'),
  deadlines: z.array(deadline).describe('What is open, by due date.'),
  howToReply: z.string(),
});

export type SheetQuery = z.output<typeof sheetQuery>;
export type SheetAnswer = z.output<typeof sheetAnswer>;
