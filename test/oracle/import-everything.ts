import type { TestServer } from '../support/server.js';
import { csvOf, type Evidence, kinds, systems } from './generate/row.js';

interface ImportAnswer {
  readonly id: number;
  readonly status: string;
  readonly rows: number;
  readonly accepted: number;
}

/** Sends everything as CSV files, one for each kind and system; throws unless every row is accepted. */
export async function importEverything(server: TestServer, evidence: Evidence): Promise<void> {
  for (const kind of kinds) {
    for (const system of systems) {
      const rows = evidence[kind].filter((row) => row.system === system).map(({ row }) => row);
      if (rows.length > 0) await importFile(server, kind, system, csvOf(rows));
    }
  }
}

async function importFile(
  server: TestServer,
  kind: string,
  system: string,
  body: string,
): Promise<void> {
  const path = `/api/imports/${kind}?system=${system}`;
  const headers = { 'content-type': 'text/csv' };
  const { id } = await server.json<{ id: number }>(path, { method: 'POST', headers, body });
  // The stream of progress ends when the import does.
  await (await server.fetch(`/api/imports/${id}/events`)).text();
  const answer = await server.json<ImportAnswer>(`/api/imports/${id}`);
  if (answer.status !== 'committed' || answer.accepted !== answer.rows) {
    const errors = await (await server.fetch(`/api/imports/${id}/errors.csv`)).text();
    throw new Error(`${path}: ${JSON.stringify(answer)}\n${errors.slice(0, 2_000)}`);
  }
}
