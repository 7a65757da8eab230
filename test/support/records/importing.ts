import type { ReachableServer } from '../server.js';
import { type ImportState, importFile, report } from './imports.js';

/** A CSV file of these lines, cells separated by commas as they stand. */
export const csvOf = (...lines: string[]): string => `${lines.join('\n')}\n`;

/** Imports a CSV file and waits for its end; throws unless it was committed with every row accepted. */
export async function importAll(
  server: ReachableServer,
  kind: string,
  csv: string,
  query = '',
): Promise<ImportState> {
  const state = await importFile(server, kind, csv, { query });
  if (state.status !== 'committed' || state.accepted !== state.rows) {
    const causes = await report(server, state.id, 'errors.csv');
    throw new Error(`${kind}: ${JSON.stringify(state)}\n${causes.join('\n')}`);
  }
  return state;
}

/** Reads until the answer is not stale; each such read waits for fresh scores by itself. */
export async function fresh<T extends { stale: boolean }>(
  server: Pick<ReachableServer, 'json'>,
  path: string,
): Promise<T> {
  for (;;) {
    const answer = await server.json<T>(path);
    if (!answer.stale) return answer;
  }
}
