import type { AuditEntry } from '../platform/audit/audit-entry.js';
import type { WrittenFile } from '../platform/files/whole-file.js';
import type { ExportKind } from './contents/export-kinds.js';

/** A run that is to be written, with its schedule. */
export interface PendingRun {
  readonly id: number;
  readonly schedule_id: number;
  readonly requested_by: string | null;
  readonly created_by: string;
  readonly due_at: string;
  readonly as_of: string;
  readonly name: string;
  readonly what: ExportKind;
  readonly unit_code: string | null;
  readonly filters: Record<string, string>;
  readonly time_zone: string;
  readonly bom: boolean;
}

/** What was written for a run. */
export interface WrittenRun extends WrittenFile {
  readonly file: string;
  readonly rowCount: number;
  /** In which scope the rows were read. */
  readonly readIn: string;
}

/** A file leaves the system like an answer does, so it is recorded like one before it is there. */
export function auditEntryOf(
  run: PendingRun,
  { rowCount, byteCount, sha256 }: Omit<WrittenRun, 'readIn'>,
): AuditEntry {
  return {
    at: new Date().toISOString(),
    // Nobody asks for a due run but the schedule, and that speaks for whoever made it.
    subject: run.requested_by ?? run.created_by,
    roles: [],
    action: 'Exports_write',
    phase: 'completed',
    method: 'WRITE',
    route: '/api/exports/runs/:runId/file',
    parameters: {
      path: { runId: String(run.id), id: String(run.schedule_id) },
      query: {
        ...run.filters,
        asOf: run.as_of,
        ...(run.requested_by === null && { dueAt: new Date(run.due_at).toISOString() }),
        ...(run.unit_code && { unit: run.unit_code }),
      },
    },
    people: [],
    status: 200,
    denied: null,
    address: '',
    requestId: `export-run-${run.id}`,
    ...{ rowCount, byteCount, sha256 },
  };
}
