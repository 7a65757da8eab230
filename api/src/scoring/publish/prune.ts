import type { ClientBase } from 'pg';
import { AUTHORITY_LOCK } from '../../platform/access/authority.js';
import { NEVER } from '../runs/rows-of-run.js';

/** How long the rows of a superseded run stay for reads that found it just before. */
const GRACE = "interval '1 minute'";

/** A run that has been under way for so long was cut short with its process. */
const LONGEST_RUN = "interval '1 hour'";

/** For so long a run answers for its day; whoever asks for that day later has it made anew, of the same evidence with the same result. */
const LONGEST_FRONT = "interval '7 days'";

/** Any number, the same in every process: one at a time removes. */
const PRUNE_LOCK = 7_106_263;

/** A statement removes the rows of so many internal numbers at most, so that nobody waits for it for long. */
const PEOPLE_AT_ONCE = 20_000;

type Rows = 'scores' | 'follow_ups';

interface Left {
  readonly table: Rows;
  readonly baseId: number;
  /** The oldest run that still needs rows of this base; null where none does. */
  readonly oldest: number | null;
}

/** Removes the rows that only runs needed that were superseded a while ago (the runs' entries stay), gives up runs that were cut short, and takes old ones out of the front. */
export async function prune(client: ClientBase): Promise<void> {
  await client.query(
    `UPDATE scoring_runs SET status = 'failed', error = 'cut short'
     WHERE status = 'running' AND requested_at < clock_timestamp() - ${LONGEST_RUN}`,
  );
  // Else every day that ever was today would keep everyone's rows.
  await client.query(
    `UPDATE scoring_runs SET superseded_at = clock_timestamp()
     WHERE status = 'published' AND superseded_at IS NULL
       AND published_at < clock_timestamp() - ${LONGEST_FRONT}`,
  );
  const { rows } = await client.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS locked',
    [PRUNE_LOCK],
  );
  if (!rows[0]?.locked) return;
  // Where it fails the connection is closed, and the lock gone with it.
  await pruneAlone(client);
  await client.query('SELECT pg_advisory_unlock($1)', [PRUNE_LOCK]);
}

/** Runs are noted as pruned after their rows are gone: what is cut short is done again. */
async function pruneAlone(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT id FROM scoring_runs
     WHERE pruned_at IS NULL AND superseded_at < clock_timestamp() - ${GRACE}`,
  );
  const gone = rows.map(({ id }) => id);
  if (gone.length === 0) return;
  for (const left of await leftBy(client, gone)) {
    if (left.oldest === null) await removeAll(client, left);
    else await removeEnded(client, left, left.oldest);
  }
  for (const table of ['run_places', 'run_order', 'unit_positions']) {
    await client.query(`DELETE FROM ${table} WHERE run_id = ANY ($1)`, [gone]);
  }
  await client.query('UPDATE scoring_runs SET pruned_at = clock_timestamp() WHERE id = ANY ($1)', [
    gone,
  ]);
}

/** The bases of runs that go, and which of the others still need their rows. */
async function leftBy(client: ClientBase, gone: readonly number[]): Promise<readonly Left[]> {
  const of = (table: Rows, column: string) => `
    SELECT '${table}' AS table, bases.id AS "baseId", (
      SELECT min(r.id) FROM scoring_runs r
      WHERE r.pruned_at IS NULL AND r.status = 'published' AND r.id <> ALL ($1) AND ${column} = bases.id
    ) AS oldest
    FROM (
      SELECT DISTINCT ${column} AS id FROM scoring_runs r WHERE r.id = ANY ($1) AND r.base_id IS NOT NULL
    ) bases`;
  const { rows } = await client.query<Left>(
    `${of('scores', 'r.base_id')}
     UNION ALL ${of('follow_ups', 'coalesce(r.follow_ups_base_id, r.base_id)')}`,
    [gone],
  );
  return rows;
}

/** Removes the rows of a base that ended before the oldest run that needs any. */
async function removeEnded(
  client: ClientBase,
  { table, baseId }: Left,
  oldest: number,
): Promise<void> {
  const ended = `run_id = $1 AND until_run < ${NEVER} AND until_run <= $2`;
  await remove(client, `DELETE FROM ${table} WHERE ${ended}`, [baseId, oldest]);
}

/** Removes all rows of a base, some people's after others'. */
async function removeAll(client: ClientBase, { table, baseId }: Left): Promise<void> {
  const { rows } = await client.query<{ last: number | null }>(
    `SELECT max(cadre_id) AS last FROM ${table} WHERE run_id = $1`,
    [baseId],
  );
  const last = rows[0]?.last ?? 0;
  const some = `run_id = $1 AND cadre_id >= $2 AND cadre_id < $3`;
  for (let from = 0; from <= last; from += PEOPLE_AT_ONCE) {
    const values = [baseId, from, from + PEOPLE_AT_ONCE];
    await remove(client, `DELETE FROM ${table} WHERE ${some}`, values);
  }
}

/** Removes rows while nobody moves any of them into another scope: each would wait for the other. */
async function remove(
  client: ClientBase,
  statement: string,
  values: readonly number[],
): Promise<void> {
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock_shared($1)', [AUTHORITY_LOCK]);
  await client.query(statement, [...values]);
  await client.query('COMMIT');
}
