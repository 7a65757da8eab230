import type { Request, Response } from 'express';
import type { Scope } from '../access/scope.js';
import type { AuditEntry, AuditPhase } from './audit-entry.js';

/** What the product notes on a request on its way, for the audit log. */
export interface AuditedRequest extends Request {
  /** Also the number of the request in the process's own log. */
  id: string;
  scope?: Scope;
  /** Why it is refused, where the answer keeps that to itself. */
  reason?: string;
  /** Noted by the operation guard; absent where the request reached no operation. */
  operation?: {
    readonly name: string;
    readonly audited: boolean;
    readonly showsPeople: boolean;
    /** Members of the body that are recorded. */
    readonly recorded: readonly string[];
  };
}

/** What is known of an answer besides its head. */
export interface Seen {
  readonly people?: readonly string[];
  readonly denied?: string | null;
  readonly rowCount?: number | null;
  readonly byteCount?: number;
  readonly sha256?: string;
}

/** Query parameters whose values open doors; their names are recorded, their values aren't. */
const SECRET = /^(token|secret|password|otp|ticket|state)$/i;

const API_ADDRESS = /^\/api(\/|$)/i;
const DOCUMENT_ADDRESS = /^\/api\/openapi\.json\/?$/i;

/** Whether the answer to a request belongs into the log: everything of the API but health, metrics and its own description. */
export function isAudited(request: AuditedRequest): boolean {
  if (request.operation) return request.operation.audited;
  const path = request.originalUrl.split('?', 1)[0] ?? '';
  return API_ADDRESS.test(path) && !DOCUMENT_ADDRESS.test(path);
}

/** What an identity provider sends a browser back with. */
const SECRET_IN_QUERY = /^code$/i;

function texts(values: object, alsoSecret?: RegExp): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      SECRET.test(name) || alsoSecret?.test(name)
        ? '(hidden)'
        : Array.isArray(value)
          ? value.join(', ')
          : String(value),
    ]),
  );
}

/** What the body grants, of the members that are recorded; it may not have been checked yet. */
function granted({ operation, body }: AuditedRequest): Record<string, string> {
  const given = Object(body) as Record<string, unknown>;
  const told = (operation?.recorded ?? []).filter((member) => Object.hasOwn(given, member));
  return Object.fromEntries(
    told.map((member) => {
      const value = given[member];
      return [member, typeof value === 'string' ? value : JSON.stringify(value)];
    }),
  );
}

/** The entry of a request in one of its phases. */
export function entryOf(
  request: AuditedRequest,
  response: Response,
  phase: AuditPhase,
  seen: Seen,
): AuditEntry {
  const { operation } = request;
  // Without an operation the parameters are those of whatever matched every address.
  const path = operation ? texts(request.params) : {};
  const pattern: unknown = operation && request.route?.path;
  const addressed = path.staffNo === undefined ? [] : [path.staffNo];
  return {
    at: new Date().toISOString(),
    // Nobody was asked for a name where the request was refused before it reached an operation.
    subject: request.scope?.subject ?? (operation ? 'anonymous' : 'unknown'),
    roles: [...(request.scope?.roles ?? [])],
    action: operation?.name ?? 'none',
    phase,
    method: request.method,
    route: typeof pattern === 'string' ? pattern : (request.originalUrl.split('?', 1)[0] ?? ''),
    parameters: { path, query: { ...texts(request.query, SECRET_IN_QUERY), ...granted(request) } },
    people: operation?.showsPeople ? [...addressed, ...(seen.people ?? [])] : [],
    status: phase === 'asked' ? null : response.statusCode,
    denied: (phase === 'asked' ? undefined : request.reason) ?? seen.denied ?? null,
    address: request.ip ?? '',
    requestId: request.id,
    rowCount: seen.rowCount ?? null,
    byteCount: seen.byteCount ?? null,
    sha256: seen.sha256 ?? null,
  };
}
