import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from './client.js';
import { Ended } from './exit.js';

/** An import as the server tells of it. */
export interface ImportState {
  readonly id: number;
  readonly kind: string;
  readonly status: 'queued' | 'running' | 'committed' | 'failed';
  readonly rows: number;
  readonly accepted: number;
  /** Of the accepted, those that changed a record that was there; null where nobody counted it. */
  readonly changed: number | null;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly released: number;
  readonly warnings: number;
  /** Of the duplicates, those that wait in quarantine. */
  readonly waiting: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly bytesRead: number;
  readonly rowsRead: number;
}

/** How often an import is looked at. */
const LOOK_EVERY_MS = 250;
/** How many looks in a row may fail: a server that is being restarted takes its imports up again. */
const FAILURES_BORNE = 240;

const over = (state: ImportState) => state.status === 'committed' || state.status === 'failed';

/**
 * Waits until an import is committed or failed and returns what became of it; `tell` hears of every
 * change on the way. Bears a restart of the server. Throws an Ended where it stays away.
 */
export async function settled(
  client: Client,
  id: ImportState['id'],
  tell: (state: ImportState) => void,
): Promise<ImportState> {
  let last = '';
  for (let failures = 0; ; ) {
    try {
      const state = await client.get<ImportState>(`imports/${id}`);
      failures = 0;
      const now = JSON.stringify(state);
      if (now !== last) tell(state);
      last = now;
      if (over(state)) return state;
    } catch (error) {
      failures += 1;
      if (!(error instanceof Ended) || failures > FAILURES_BORNE) throw error;
    }
    await pause(LOOK_EVERY_MS);
  }
}
