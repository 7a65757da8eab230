import type { ClientBase } from 'pg';

/** The database holds what a restore left that was cut short. */
export class HalfRestored extends Error {}

/** Throws a HalfRestored, which says what to do, where a restore was begun and not finished. */
export async function refuseHalfRestored(client: ClientBase): Promise<void> {
  const { rows: marked } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('restore_underway') IS NOT NULL AS found`,
  );
  if (!marked[0]?.found) return;
  const { rows } = await client.query<{ file: string }>('SELECT file FROM restore_underway');
  throw new HalfRestored(
    `The restore of ${rows[0]?.file ?? 'a backup'} was cut short, so there is only a part of it. Restore again (npx probity restore FILE), or undo it: npx probity restore --abandon`,
  );
}
