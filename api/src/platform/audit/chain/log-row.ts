import type { Role } from '../../access/scope.js';
import type { AuditEntry, AuditParameters, AuditPhase } from '../audit-entry.js';

/** A row of `audit_log` as `logColumns` reads it. */
export interface LogRow {
  readonly seq: number;
  readonly at: string;
  readonly subject: string;
  readonly roles: Role[];
  readonly action: string;
  readonly phase: AuditPhase;
  readonly method: string;
  readonly route: string;
  readonly parameters: AuditParameters;
  readonly people: string[];
  readonly status: number | null;
  readonly denied: string | null;
  readonly address: string;
  readonly request_id: string;
  readonly row_count: number | null;
  readonly byte_count: number | null;
  readonly sha256: string | null;
}

/** The columns of an entry. The instant keeps its microseconds, so that not even those can be changed unseen. */
export const logColumns = `seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
  subject, roles, action, phase, method, route, parameters, people, status, denied, address,
  request_id, row_count, byte_count, sha256`;

/** The entry that a row's columns tell. */
export function entryIn(row: LogRow): AuditEntry {
  const { seq: _, request_id, row_count, byte_count, ...same } = row;
  return {
    ...same,
    at: row.at.replace(/000Z$/, 'Z'),
    requestId: request_id,
    rowCount: row_count,
    byteCount: byte_count,
  };
}
