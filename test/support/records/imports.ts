import type { ReachableServer } from '../server.js';

/** An import as the API answers it. */
export interface ImportState {
  readonly id: number;
  readonly status: string;
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly released: number;
  readonly warnings: number;
  readonly waiting: number;
  readonly warningsNotImported: number;
  readonly cause: { code: string; message: string; line: number; column: string } | null;
  readonly sha256: string;
}

/** The six counts of an import: rows, accepted, duplicates, quarantined, released, warnings. */
export const countsOf = (state: ImportState) => [
  state.rows,
  state.accepted,
  state.duplicates,
  state.quarantined,
  state.released,
  state.warnings,
];

export interface Sending {
  readonly query?: string;
  readonly type?: string;
  readonly headers?: Record<string, string>;
}

/** Sends a file and answers with the import's id. Throws where it is refused. */
export async function send(
  server: ReachableServer,
  kind: string,
  body: BodyInit,
  { query = '', type = 'text/csv', headers = {} }: Sending = {},
): Promise<number> {
  const { id } = await server.json<{ id: number }>(`/api/imports/${kind}?${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...headers },
  });
  return id;
}

/** Waits until an import is finished, by its own events. */
export async function finished(server: ReachableServer, id: number): Promise<ImportState> {
  const response = await server.fetch(`/api/imports/${id}/events`);
  const events = (await response.text()).trim().split('\n\n');
  const data = /^data: (.*)$/m.exec(events.at(-1) ?? '')?.[1];
  if (!data) throw new Error(`import ${id} told nothing`);
  return JSON.parse(data) as ImportState;
}

/** Sends a file and waits until it is finished. Lines are joined, so that rows read as rows. */
export async function importFile(
  server: ReachableServer,
  kind: string,
  body: BodyInit | readonly string[],
  sending: Sending = {},
): Promise<ImportState> {
  const file = Array.isArray(body) ? `${body.join('\n')}\n` : (body as BodyInit);
  return finished(server, await send(server, kind, file, sending));
}

/** A CSV report of an import without its mark and header, line by line. */
export async function report(
  server: ReachableServer,
  id: number,
  name: 'errors.csv' | 'warnings.csv' | 'rejected',
): Promise<string[]> {
  const text = await (await server.fetch(`/api/imports/${id}/${name}`)).text();
  return text.split('\r\n').slice(1, -1);
}

/** The first parts of each line of errors.csv: `line,column,code`. */
export async function causes(server: ReachableServer, id: number): Promise<string[]> {
  const lines = await report(server, id, 'errors.csv');
  return lines.map((line) => line.split(',').slice(0, 3).join(','));
}
