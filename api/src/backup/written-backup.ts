import type { AuditEntry } from '../platform/audit/audit-entry.js';
import type { WrittenFile } from '../platform/files/whole-file.js';

/** A file's name: when the backup was asked for (UTC) and its number; the same at every attempt. */
export function fileNameOf(backup: { readonly id: number; readonly requested_at: string }): string {
  const stamp = new Date(backup.requested_at).toISOString().replace(/[-:]|\.\d+/g, '');
  return `probity-${stamp}-${backup.id}.tar.gz.age`;
}

/** A backup is a copy of everything, so it is recorded before its file is there. */
export function backupWritten(
  backup: { readonly id: number; readonly requested_by: string; readonly requested_at: string },
  { byteCount, sha256, rowCount }: WrittenFile & { readonly rowCount: number },
): AuditEntry {
  return {
    at: new Date().toISOString(),
    subject: backup.requested_by,
    roles: [],
    action: 'Backups_write',
    phase: 'completed',
    method: 'WRITE',
    route: '/api/backups/:id',
    parameters: { path: { id: String(backup.id) }, query: { file: fileNameOf(backup) } },
    people: [],
    status: 200,
    denied: null,
    address: '',
    requestId: `backup-${backup.id}`,
    ...{ rowCount, byteCount, sha256 },
  };
}
