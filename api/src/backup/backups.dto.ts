import { z } from 'zod';

const instant = z.iso.datetime();
const count = z.int().min(0);

/** One backup: how far it is, or where it lies. */
export const backupAnswer = z.object({
  id: z.int(),
  status: z.enum(['queued', 'running', 'written', 'failed', 'removed']),
  requestedBy: z.string(),
  requestedAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  rowCount: count.describe('Rows read so far; all of them once it is written.'),
  byteCount: count.nullable(),
  sha256: z.string().nullable(),
  folder: z.string().nullable().describe('On the machine that wrote it.'),
  file: z.string().nullable(),
  error: z.string().nullable(),
});

export const backupList = z.object({
  total: count,
  settings: z.object({
    folder: z.string(),
    lockedFor: z
      .enum(['passphrase', 'recipient'])
      .nullable()
      .describe('null: neither is set, and no backup can be made.'),
    dailyAt: z
      .string()
      .nullable()
      .describe("HH:MM in the server's time zone; null: not by itself."),
    keep: count.describe('How many files stay.'),
  }),
  rows: z.array(backupAnswer),
});

export const backupAsked = z.object({ id: z.int() });

export const backupPath = z.strictObject({
  id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});

export const backupsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

export type BackupAnswer = z.output<typeof backupAnswer>;
export type BackupList = z.output<typeof backupList>;
