import type { ClientBase } from 'pg';
import type { HeldEvidence } from '../../api/dist/scoring/load/held-evidence.js';

/** Brings columns up to what is committed now, as the scoring thread does. */
export async function refreshHeld(client: ClientBase, held: HeldEvidence) {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const refreshed = await held.refresh(client);
  await client.query('COMMIT');
  await held.keep(client);
  return refreshed;
}
