import { z } from 'zod';
import { flag, MOST_ROWS, page } from '../platform/http/parameters.js';

/** `GET cadres/{staffNo}/records`: which kind of record, and which part of the list. */
export const recordsQuery = z.strictObject({
  source: z
    .string()
    .optional()
    .describe('A source, or a register about people; all sources where it is not given.'),
  registers: flag
    .optional()
    .describe('true: without a source, the registers about people as well.'),
  offset: page.offset,
  limit: page.limit
    .default(MOST_ROWS)
    .describe('Most rows; 1000 unasked, since a dossier with holes misleads.'),
});

/** One version of a record. */
const recordVersion = z.object({
  source: z.string(),
  id: z.string().describe('Leads to the record in `records/{kind}/{id}`.'),
  identity: z
    .string()
    .describe('What tells the record from others of its kind and system, joined by `/`.'),
  ref: z.string(),
  system: z.string(),
  version: z.int(),
  recordedAt: z.iso.datetime(),
  supersededAt: z.iso.datetime().nullable(),
  importId: z.int(),
  withdrawnReason: z.string().nullable(),
  occurredOn: z.iso.date().nullable(),
  fields: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .describe('By field name; dates and amounts are text.'),
});

export const recordsAnswer = z.object({
  staffNo: z.string(),
  total: z.int(),
  rows: z.array(recordVersion).describe('Latest date first; the versions of a record together.'),
});

export type RecordsQuery = z.output<typeof recordsQuery>;
export type RecordVersion = z.output<typeof recordVersion>;
export type RecordsAnswer = z.output<typeof recordsAnswer>;
