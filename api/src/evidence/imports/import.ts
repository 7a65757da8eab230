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
  readonly header: string[] | null;
  readonly status: ImportStatus;
  readonly rows: number;
  readonly accepted: number;
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

/** How many rows met which fate; all 0 where the import failed. */
export interface ImportCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly warnings: number;
}

/** An import as it is answered (DESIGN 7). */
export const importAnswer = z.object({
  id: z.int(),
  kind: z.string(),
  system: z.string(),
  mode: z.enum(importModes),
  mapping: z.string().nullable(),
  status: z.enum(importStatuses),
  rows: z.int(),
  accepted: z.int(),
  duplicates: z.int(),
  quarantined: z.int(),
  released: z.int(),
  warnings: z.int(),
  sha256: z.string(),
  bytes: z.int(),
  bytesRead: z.int(),
  rowsRead: z.int(),
  receivedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

/** PostgreSQL's text of an instant, in UTC, as RFC 3339 writes it. */
const instant = (text: string) => text.replace(' ', 'T').replace(/\+00$/, 'Z');

/** Shapes an import as it is answered. */
export const answerOf = (row: ImportRecord): ImportAnswer => ({
  id: row.id,
  kind: row.kind,
  system: row.source_system,
  mode: row.mode,
  mapping: row.mapping_name,
  status: row.status,
  rows: row.rows,
  accepted: row.accepted,
  duplicates: row.duplicates,
  quarantined: row.quarantined,
  released: row.released,
  warnings: row.warnings,
  sha256: row.sha256,
  bytes: row.bytes,
  bytesRead: row.bytes_read,
  rowsRead: row.rows_read,
  receivedAt: instant(row.received_at),
  finishedAt: row.finished_at && instant(row.finished_at),
});
