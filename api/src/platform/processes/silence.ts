import type pg from 'pg';
import { lives } from './living.sql.js';

/** A process that is there and has not been heard of for longer than its lease. */
export interface SilentProcess {
  readonly id: number;
  readonly host: string;
  readonly pid: number;
  /** When it was heard of last. */
  readonly seenAt: string;
}

/** Those that hold the lock of their number still, though their lease has run out by the database's clock. */
export async function silentProcesses(client: pg.Client): Promise<SilentProcess[]> {
  const { rows } = await client.query<SilentProcess>(
    `SELECT id, host, pid, seen_at::text AS "seenAt" FROM processes
     WHERE leased_until < clock_timestamp() AND owner <> '' AND ${lives('processes.id')}`,
  );
  return rows;
}

/**
 * Ends the sessions of a process that is as silent as it was found: what it was about is undone, what it
 * locked is free, and it lives no more. When it wakes it has to begin anew under another number. Answers
 * whether any were ended: it may have been heard of meanwhile, or somebody else has ended them. Sessions that
 * read on a caller's behalf and those of the audit log are left to it: they hold nothing up, and what was to be
 * appended is one statement, which the server carries out by itself.
 */
export async function endSessions(
  client: pg.Client,
  { id, seenAt }: SilentProcess,
): Promise<boolean> {
  await client.query('BEGIN');
  try {
    // Whoever changes roles after signing in may end such sessions as who signed in.
    await client.query('SET LOCAL ROLE NONE');
    const { rows } = await client.query<{ owner: string }>(
      'SELECT owner FROM processes WHERE id = $1 AND seen_at = $2 FOR UPDATE SKIP LOCKED',
      [id, seenAt],
    );
    const [found] = rows;
    // The one by which it lives goes last: until then nobody takes over what another session is still at.
    let ended = 0;
    for (const life of found ? [false, true] : []) {
      const { rowCount } = await client.query(
        `SELECT pg_terminate_backend(pid, $3) FROM pg_stat_activity
         WHERE datname = current_database() AND usename = session_user AND pid <> pg_backend_pid()
           AND right(application_name, length($1)) = $1 AND (application_name LIKE 'probity-life %') = $2`,
        [found?.owner, life, LONGEST_END_MS],
      );
      ended += rowCount ?? 0;
    }
    return ended > 0;
  } finally {
    await client.query('COMMIT');
  }
}

/** How long it is waited for a session to end: it may be about to commit. */
const LONGEST_END_MS = 1000;
