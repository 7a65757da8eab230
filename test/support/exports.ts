import { expect } from 'vitest';
import type { TestServer } from './server.js';

/** A run as the API tells of it. */
export interface ExportRun {
  readonly id: number;
  readonly dueAt: string;
  readonly requestedBy: string | null;
  readonly status: string;
  readonly attempts: number;
  readonly rowCount: number | null;
  readonly sha256: string | null;
  readonly file: string | null;
  readonly error: string | null;
}

/** A schedule as the API tells of it. */
export interface ExportSchedule {
  readonly id: number;
  readonly nextDueAt: readonly string[];
}

/** Sends a JSON body. */
export const sent = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Adds a schedule; what is not given is a ranking every New Year. */
export const schedule = (server: TestServer, body: object): Promise<ExportSchedule> =>
  server.json('/api/exports', sent('POST', { what: 'rankings', cron: '0 0 1 1 *', ...body }));

/** Asks for a run out of turn. */
export const run = (server: TestServer, id: number): Promise<{ id: number }> =>
  server.json(`/api/exports/${id}/run`, { method: 'POST' });

/** The runs of a schedule, the latest first. */
export const runsOf = async (server: TestServer, id: number): Promise<readonly ExportRun[]> =>
  (await server.json<{ rows: ExportRun[] }>(`/api/exports/${id}/runs`)).rows;

/** Waits until a schedule's runs have these statuses, the latest first, and returns them. */
export async function runsOnce(
  server: TestServer,
  id: number,
  statuses: readonly string[],
): Promise<readonly ExportRun[]> {
  await expect
    .poll(async () => (await runsOf(server, id)).map(({ status }) => status), {
      interval: 200,
    })
    .toEqual(statuses);
  return runsOf(server, id);
}
