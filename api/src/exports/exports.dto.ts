import { z } from 'zod';
import type { Refusal } from '../platform/errors/refusals.js';
import { exportKinds } from './contents/export-kinds.js';

const instant = z.iso.datetime();
const count = z.int().min(0);

/** What may be exported. */
export const exportWhat = z.enum(exportKinds);

/** A schedule as it is asked for: what, of whom, when. */
export const scheduleBody = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .refine((name) => /[\p{L}\p{N}]/u.test(name), {
      error: 'has neither a letter nor a digit',
      params: { refusal: 'file-name' satisfies Refusal },
    })
    .describe('Files are named after it.'),
  what: exportWhat,
  unit: z
    .string()
    .min(1)
    .max(200)
    .nullish()
    .transform((code) => code ?? null)
    .describe('Unit code: its whole subtree. Everything where it is not given.'),
  filters: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String))
    .default({})
    .describe('Further parameters of the list, by name, as its route takes them.'),
  cron: z
    .string()
    .max(200)
    .transform((text) => text.trim().replace(/ +/g, ' '))
    .describe('Five fields: minute, hour, day of month, month, day of week.'),
  timeZone: z
    .string()
    .max(100)
    .optional()
    .describe("IANA time zone of the cron expression; the server's where it is not given."),
  bom: z.boolean().default(true).describe('Whether files begin with a byte order mark, for Excel.'),
});

/** One file: whether it was written, and what is in it. */
export const exportRunAnswer = z.object({
  id: z.int(),
  scheduleId: z.int(),
  dueAt: instant,
  requestedBy: z.string().nullable().describe('Who asked for it out of turn.'),
  status: z
    .enum(['queued', 'running', 'written', 'failed'])
    .describe('failed is tried again up to four times, each time after a longer while.'),
  attempts: count,
  asOf: z.iso.date(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  rowCount: count.nullable(),
  byteCount: count.nullable(),
  sha256: z.string().nullable(),
  file: z.string().nullable().describe('Its name in the export folder.'),
  error: z.string().nullable(),
});

export const scheduleAnswer = z.object({
  id: z.int(),
  name: z.string(),
  what: exportWhat,
  unit: z.string().nullable(),
  filters: z.record(z.string(), z.string()),
  cron: z.string(),
  timeZone: z.string(),
  bom: z.boolean(),
  createdBy: z.string(),
  createdAt: instant,
  nextDueAt: z.array(instant).describe('The next three due times.'),
  lastRun: exportRunAnswer.nullable(),
});

export const scheduleList = z.object({ total: count, rows: z.array(scheduleAnswer) });
export const runList = z.object({ total: count, rows: z.array(exportRunAnswer) });
export const runAsked = z.object({ id: z.int() });

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const schedulePath = z.strictObject({ id });
export const runPath = z.strictObject({ runId: id });
export const runsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

export type ScheduleBody = z.output<typeof scheduleBody>;
export type ScheduleAnswer = z.output<typeof scheduleAnswer>;
export type ExportRunAnswer = z.output<typeof exportRunAnswer>;
export type ExportRunList = z.output<typeof runList>;
