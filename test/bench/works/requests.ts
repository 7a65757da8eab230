import { setTimeout as pause } from 'node:timers/promises';
import type { TestServer } from '../../support/server.ts';

/** An import as far as works look at it. */
interface Imported {
  readonly status: string;
  readonly rows: number;
  readonly accepted: number;
}

/** Sends a CSV file and waits until it is committed; throws unless every row was accepted. */
export async function importAll(server: TestServer, kind: string, body: BodyInit): Promise<void> {
  const { id } = await server.json<{ id: number }>(`/api/imports/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body,
    duplex: 'half',
  } as RequestInit);
  // The events end with the import.
  await (await server.fetch(`/api/imports/${id}/events`)).text();
  const state = await server.json<Imported>(`/api/imports/${id}`);
  if (state.status !== 'committed' || state.accepted !== state.rows) {
    throw new Error(`an import of ${kind}: ${JSON.stringify(state)}`);
  }
}

const LOOK_EVERY_MS = 500;

/** Waits for the first run of a large population, which takes longer than a client waits for an answer. */
export async function firstRun(server: TestServer): Promise<void> {
  while (!(await server.fetch('/api/scoring/runs/latest')).ok) await pause(LOOK_EVERY_MS);
}

/** Reads the head of the ranking until it has everything that is committed. Answers with its run. */
export async function freshRun(server: TestServer): Promise<number> {
  for (;;) {
    const path = '/api/rankings?limit=1';
    const answer = await server.json<{ stale: boolean; runId: number }>(path);
    if (!answer.stale) return answer.runId;
  }
}
