import { z } from 'zod';
import { asOf, page, unit } from '../../platform/http/parameters.js';

export const marksQuery = z.strictObject({
  asOf,
  mark: z.enum(['recurring', 'reopened']).optional().describe('Both where it is not given.'),
  unit,
  staffNo: z.string().min(1).max(200).optional(),
  ...page,
});

const earlier = z.object({
  staffNo: z.string(),
  name: z.string(),
  ref: z.string(),
  auditNo: z.string(),
  foundOn: z.iso.date(),
  samePerson: z.boolean().describe('False: of who held the post before.'),
});

const reopened = z.object({
  visitedOn: z.iso.date(),
  rectifiedAgainOn: z.iso.date().nullable(),
});

export const markedFinding = z.object({
  staffNo: z.string(),
  name: z.string(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  ref: z.string(),
  system: z.string(),
  auditNo: z.string(),
  category: z.string().nullable(),
  severity: z.int(),
  foundOn: z.iso.date(),
  earlier: earlier
    .nullable()
    .describe('The latest earlier finding of the same category, of the person or of the post.'),
  reopened: reopened.nullable().describe('A return visit found the problem still there.'),
});

export const marksAnswer = z.object({
  asOf: z.iso.date(),
  recurringCount: z.int().describe('Of all, whatever mark was asked for.'),
  reopenedCount: z.int(),
  total: z.int(),
  rows: z.array(markedFinding).describe('The latest first.'),
});

export type MarksQuery = z.output<typeof marksQuery>;
export type MarkedFinding = z.output<typeof markedFinding>;
export type MarksAnswer = z.output<typeof marksAnswer>;
