import { z } from 'zod';
import { page } from '../../platform/http/parameters.js';
import { systemName } from '../../platform/http/system-name.js';

const LONGEST = 100_000;
const cell = z.union([z.string().max(LONGEST), z.number(), z.boolean(), z.null()]);
const fields = z
  .record(z.string().max(100), cell)
  .describe('By field name; an empty text and null clear a field.');
const version = z.int().min(1).describe('The version that the form was opened with.');

export const kindPath = z.strictObject({ kind: z.string().max(100) });
export const recordPath = z.strictObject({
  kind: z.string().max(100),
  id: z.string().regex(/^\d{1,15}\.\d{1,15}$/, { error: 'not the id of a record' }),
});
export const newRecord = z.strictObject({
  fields,
  system: systemName
    .optional()
    .describe('The system that the record belongs to; `form` where it is not given.'),
});
export const correction = z.strictObject({ version, fields });
export const withdrawal = z.strictObject({
  version,
  reason: z.string().trim().min(1, { error: 'say why' }).max(1000),
});
export const undoing = z.strictObject({ version });
export const checkedForm = newRecord.extend({
  record: z
    .strictObject({ id: recordPath.shape.id, version })
    .optional()
    .describe('The record that is to be corrected; without it a new one.'),
});
export const enteredQuery = z.strictObject({ limit: page.limit });

const finding = z.object({
  code: z.string(),
  message: z.object({ en: z.string(), 'zh-CN': z.string() }),
  column: z.string().nullable().describe('The field; null where the whole record is meant.'),
  value: z.string().nullable(),
});

/** A record as it stands. */
export const recordAnswer = z.object({
  kind: z.string(),
  id: z.string(),
  ref: z.string().describe('What people call it.'),
  system: z.string(),
  version: z.int(),
  recordedAt: z.iso.datetime(),
  importId: z.int(),
  withdrawnReason: z.string().nullable(),
  staffNo: z.string().nullable().describe('Whom it is about, where the caller may know.'),
  fields: z.record(z.string(), z.string().nullable()).describe('By field name, as text.'),
});
export const savedAnswer = z.object({
  record: recordAnswer,
  unchanged: z.boolean().describe('It said the same already: no new version.'),
  warnings: z.array(finding),
});
export const checkAnswer = z.object({
  errors: z.array(finding).describe('Why it could not be saved.'),
  warnings: z.array(finding).describe('What is worth a second look.'),
  elsewhere: z
    .array(z.object({ id: z.string(), system: z.string() }))
    .describe('Records of the same identity under other systems.'),
});
export const enteredAnswer = z.object({ rows: z.array(recordAnswer) });

export type RecordPath = z.output<typeof recordPath>;
export type NewRecord = z.output<typeof newRecord>;
export type Correction = z.output<typeof correction>;
export type Withdrawal = z.output<typeof withdrawal>;
export type CheckedForm = z.output<typeof checkedForm>;
export type RecordAnswer = z.output<typeof recordAnswer>;
export type SavedAnswer = z.output<typeof savedAnswer>;
export type CheckAnswer = z.output<typeof checkAnswer>;
