import type { Language } from '@probity/analytics';
import { z } from 'zod';
import type { MappingProfile } from '../mappings/profile.js';
import type { Format } from '../parse/format.js';

/** What an import does with what stands: nothing special, all or nothing, withdraw it, or bring old content back. */
export const importModes = ['', 'atomic', 'withdraw', 'revert'] as const;
export type ImportMode = (typeof importModes)[number];

export const importStatuses = ['queued', 'running', 'committed', 'failed'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** One row of the table `imports`, as far as the importer reads it. */
export interface ImportRecord {
  readonly id: number;
  readonly kind: string;
  readonly source_system: string;
  readonly mode: ImportMode;
  readonly mapping_name: string | null;
  readonly mapping: MappingProfile | null;
  readonly format: Format | null;
  readonly sha256: string;
  readonly fingerprint: string;
  readonly bytes: number;
  readonly spool_name: string;
  /** Who sent it. */
  readonly subject: string;
  readonly header: string[] | null;
  readonly status: ImportStatus;
  readonly rows: number;
  readonly accepted: number;
  readonly changed: number | null;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly released: number;
  readonly warnings: number;
  readonly bytes_read: number;
  readonly rows_read: number;
  readonly attempts: number;
  readonly received_at: string;
  readonly finished_at: string | null;
}

/** A row of `imports` with what its problems and quarantined rows tell of it, see `toldSql`. */
export interface ToldImport extends ImportRecord {
  readonly waiting: number;
  readonly warnings_not_imported: number;
  readonly cause: z.infer<typeof cause> | null;
}

/** How many rows met which fate; all 0 where the import failed. */
export interface ImportCounts {
  readonly rows: number;
  readonly accepted: number;
  /** Of the accepted, those that replaced what stood. */
  readonly changed: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly warnings: number;
}

const cause = z.object({
  code: z.string(),
  message: z.string(),
  line: z.int().nullable(),
  column: z.string().nullable(),
});

/** An import as it is answered. */
export const importAnswer = z.object({
  id: z.int(),
  kind: z.string(),
  system: z.string(),
  mode: z.enum(importModes),
  mapping: z.string().nullable(),
  status: z.enum(importStatuses),
  rows: z.int(),
  accepted: z.int(),
  changed: z
    .int()
    .nullable()
    .describe(
      'Of the accepted, those that changed (or withdrew) a record that was there; null of imports from before this was counted.',
    ),
  duplicates: z.int(),
  quarantined: z.int(),
  released: z.int(),
  warnings: z.int(),
  waiting: z.int().describe('Of the duplicates, those that wait in quarantine.'),
  warningsNotImported: z.int().describe('Of the warnings, those about rows in quarantine.'),
  cause: cause.nullable().describe('The first cause of a failure; all are in errors.csv.'),
  sha256: z.string(),
  bytes: z.int(),
  bytesRead: z.int(),
  rowsRead: z.int(),
  receivedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

/** SQL that is true of a problem `p` of a row that went into quarantine, or waits there already. */
export const notImportedSql = `(p.code = 'already-waiting' OR EXISTS (
  SELECT FROM quarantine q WHERE q.import_id = p.import_id AND q.line = p.line))`;

/** SQL for the columns of a ToldImport of `imports i`, its cause in a language. */
export const toldSql = (language: Language): string => {
  const warnings = (condition: string) => `CASE WHEN i.warnings > 0 THEN (
    SELECT count(*) FROM import_problems p
    WHERE p.import_id = i.id AND p.severity = 'warning' AND ${condition}) ELSE 0 END`;
  return `i.*, ${warnings("p.code = 'already-waiting'")} AS waiting,
    ${warnings(notImportedSql)} AS warnings_not_imported,
    CASE WHEN i.status = 'failed' THEN (
      SELECT json_build_object('code', p.code, 'message', p.${messageColumn(language)},
        'line', p.line, 'column', p.column_name)
      FROM import_problems p WHERE p.import_id = i.id AND p.severity = 'error'
      ORDER BY p.id LIMIT 1) END AS cause`;
};

/** The column of `import_problems` that has messages of a language. */
export const messageColumn = (language: Language): 'message' | 'message_zh' =>
  language === 'zh-CN' ? 'message_zh' : 'message';

/** PostgreSQL's text of an instant, in UTC, as RFC 3339 writes it. */
const instant = (text: string) => text.replace(' ', 'T').replace(/\+00$/, 'Z');

/** Shapes an import as it is answered. */
export const answerOf = (row: ToldImport): ImportAnswer => ({
  id: row.id,
  kind: row.kind,
  system: row.source_system,
  mode: row.mode,
  mapping: row.mapping_name,
  status: row.status,
  rows: row.rows,
  accepted: row.accepted,
  changed: row.changed,
  duplicates: row.duplicates,
  quarantined: row.quarantined,
  released: row.released,
  warnings: row.warnings,
  waiting: row.waiting,
  warningsNotImported: row.warnings_not_imported,
  cause: row.cause,
  sha256: row.sha256,
  bytes: row.bytes,
  bytesRead: row.bytes_read,
  rowsRead: row.rows_read,
  receivedAt: instant(row.received_at),
  finishedAt: row.finished_at && instant(row.finished_at),
});
