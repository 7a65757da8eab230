import type { Role } from '../access/scope.js';

/**
 * When an entry was made: before a change is carried out (`asked`), before a whole answer leaves
 * (`answered`), before the first byte of a stream (`opened`), before its last one (`completed`).
 */
export const auditPhases = ['asked', 'answered', 'opened', 'completed'] as const;

export type AuditPhase = (typeof auditPhases)[number];

/** Path and query parameters of a request; of its body only what `RecordsBody` names: rights that are granted. */
export interface AuditParameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** One line of the audit log: who asked what about whom, from where, and what came of it. */
export interface AuditEntry {
  /** RFC 3339, UTC, milliseconds. */
  readonly at: string;
  readonly subject: string;
  readonly roles: readonly Role[];
  /** The operation's name in the OpenAPI document; `none` where the request reached none. */
  readonly action: string;
  readonly phase: AuditPhase;
  readonly method: string;
  /** The address with its parameters' names in place of their values. */
  readonly route: string;
  readonly parameters: AuditParameters;
  /** Staff numbers that the answer shows, and the one that the address names. */
  readonly people: readonly string[];
  /** The HTTP status; null in `asked`. */
  readonly status: number | null;
  /** Why not, where the status is 400 or more: the problem's code, and the parameter it is about. */
  readonly denied: string | null;
  readonly address: string;
  readonly requestId: string;
  /** Of a file: its rows, where its form lets them be counted, its bytes and their SHA-256 (hex). */
  readonly rowCount: number | null;
  readonly byteCount: number | null;
  readonly sha256: string | null;
}

/** Longer values are cut: an address may be thousands of characters, and indexes have limits. */
const LONGEST_VALUE = 200;
const MOST_PARAMETERS = 50;

/** PostgreSQL takes neither NUL nor half a surrogate pair. */
const clean = (text: string) =>
  text.toWellFormed().replaceAll('\0', '\ufffd').slice(0, LONGEST_VALUE).toWellFormed();

const byCodePoint = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const cleanAll = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(values)
      .slice(0, MOST_PARAMETERS)
      .map(([name, value]) => [clean(name), clean(value)] as const)
      .sort(([one], [other]) => byCodePoint(one, other)),
  );

/**
 * The exact bytes that the chain is made over: JSON, UTF-8, members in this order, parameters and
 * people sorted. The same entry always gives the same bytes.
 */
export function canonicalBytes(entry: AuditEntry): Buffer {
  return Buffer.from(
    JSON.stringify({
      format: 1,
      at: entry.at,
      subject: clean(entry.subject),
      roles: [...entry.roles].sort(byCodePoint),
      action: clean(entry.action),
      phase: entry.phase,
      method: clean(entry.method),
      route: clean(entry.route),
      parameters: {
        path: cleanAll(entry.parameters.path),
        query: cleanAll(entry.parameters.query),
      },
      people: [...new Set(entry.people.map(clean))].sort(byCodePoint),
      status: entry.status,
      denied: entry.denied === null ? null : clean(entry.denied),
      address: clean(entry.address),
      requestId: clean(entry.requestId),
      rowCount: entry.rowCount,
      byteCount: entry.byteCount,
      sha256: entry.sha256,
    }),
  );
}
