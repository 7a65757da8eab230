import {
  type FollowUpKind,
  type FollowUpState,
  followUpKinds,
  followUpStates,
} from '@probity/analytics';
import { z } from 'zod';
import { asOf, flag, page, query, several, unit } from '../platform/http/parameters.js';
import { runInUse } from '../platform/http/run-in-use.js';

const kinds = Object.keys(followUpKinds) as [FollowUpKind, ...FollowUpKind[]];
const states = Object.keys(followUpStates) as [FollowUpState, ...FollowUpState[]];
const holders = ['cadre', 'unit', 'office'] as const;

export const followUpsQuery = z.strictObject({
  asOf,
  state: several(states).optional().describe('One state or several, separated by commas.'),
  kind: several(kinds).optional().describe('One kind or several, separated by commas.'),
  unit,
  owedBy: several(holders).optional(),
  staffNo: z.string().min(1).max(200).optional(),
  q: query.describe('Part of a name, a staff number or a record number.'),
  inherited: flag.optional().describe('Only those due before counting began, or only the others.'),
  ...page,
});

export const followUpRow = z.object({
  kind: z.enum(kinds),
  staffNo: z.string(),
  name: z.string(),
  unitCode: z.string().nullable(),
  ref: z.string().describe('The record it follows from; the period where there is none.'),
  source: z.string(),
  dueOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  state: z.enum(states),
  daysOverdue: z.int(),
  owedBy: z.enum(holders),
  inherited: z.boolean(),
  contested: z
    .boolean()
    .describe('Whether the person contests a record, still unanswered; leaders are not told.'),
});

export const followUpsAnswer = z.object({
  ...runInUse,
  total: z.int(),
  rows: z.array(followUpRow),
});

export const summaryQuery = z.strictObject({ asOf, unit });

export const summaryAnswer = z.object({
  ...runInUse,
  byKind: z
    .record(z.string(), z.object({ overdue: z.int(), dueSoon: z.int(), open: z.int() }))
    .describe('Inherited ones are not counted.'),
  weeks: z
    .array(z.object({ from: z.iso.date(), count: z.int() }))
    .describe('What falls due in each of the next eight weeks, the first from the as-of date.'),
});

export type FollowUpsQuery = z.output<typeof followUpsQuery>;
export type FollowUpRow = z.output<typeof followUpRow>;
export type FollowUpsAnswer = z.output<typeof followUpsAnswer>;
export type SummaryAnswer = z.output<typeof summaryAnswer>;
