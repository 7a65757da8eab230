import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { WORK_CHANNEL } from '../../platform/processes/life-line.js';
import type { PartWanted, RunRequest } from '../worker/messages.js';
import { partitionOf } from './dealing.js';
import { type PartResult, unpackPart } from './part-result.js';

/** How long nobody may have said anything before it is looked whether results are there. */
const LOOK_AFTER_MS = 500;

interface Row {
  readonly scores: Buffer;
  readonly followUps: Buffer;
}

/**
 * Asks whoever has the partitions for their people's scores as of the request's day, on what the snapshot
 * sees, and for the follow-ups of some (by internal number); waits until all have handed over. Throws with
 * the error of a partition that could not be scored.
 */
export async function partsOf(
  client: pg.Client,
  request: RunRequest,
  snapshot: string,
  followed: 'all' | readonly number[],
): Promise<PartResult[]> {
  const { runId } = request;
  await client.query(`LISTEN ${WORK_CHANNEL}`);
  try {
    await ask(client, request, snapshot, followed);
    await handedOver(client, runId);
    const { rows } = await client.query<Row>(
      `SELECT scores, follow_ups AS "followUps" FROM partition_results WHERE run_id = $1 ORDER BY number`,
      [runId],
    );
    return rows.map(unpackPart);
  } finally {
    // Where the connection is gone, the next attempt clears them away.
    await client
      .query('DELETE FROM partition_results WHERE run_id = $1', [runId])
      .catch(() => undefined);
    await client.query(`UNLISTEN ${WORK_CHANNEL}`).catch(() => undefined);
  }
}

async function ask(
  client: pg.Client,
  { runId, asOf, version, policy }: RunRequest,
  snapshot: string,
  followed: 'all' | readonly number[],
): Promise<void> {
  // Of runs that were cut short, whoever had asked for them.
  await client.query(
    `DELETE FROM partition_results WHERE run_id = $1
       OR run_id NOT IN (SELECT id FROM scoring_runs WHERE status = 'running')`,
    [runId],
  );
  const { rows } = await client.query<{ number: number }>(
    'SELECT number FROM scoring_partitions ORDER BY number',
  );
  if (rows.length === 0) throw new Error('the people have not been dealt into partitions');
  for (const { number } of rows) {
    const own =
      followed === 'all'
        ? followed
        : followed.filter((id) => partitionOf(id, rows.length) === number);
    const wanted: PartWanted = { asOf, version, policy, followed: own };
    await client.query(
      'INSERT INTO partition_results (run_id, number, snapshot, request) VALUES ($1, $2, $3, $4)',
      [runId, number, snapshot, wanted],
    );
  }
  await client.query('SELECT pg_notify($1, $2)', [WORK_CHANNEL, '']);
}

async function handedOver(client: pg.Client, runId: number): Promise<void> {
  for (;;) {
    const said = new AbortController();
    const hear = () => said.abort();
    client.once('notification', hear);
    client.once('end', hear);
    const { rows } = await client.query<{ missing: number; error: string | null }>(
      `SELECT count(*) FILTER (WHERE scores IS NULL)::int AS missing, max(error) AS error
       FROM partition_results WHERE run_id = $1`,
      [runId],
    );
    const [{ missing = 0, error = null } = {}] = rows;
    if (error === null && missing > 0) {
      await wait(LOOK_AFTER_MS, undefined, { signal: said.signal }).catch(() => undefined);
    }
    client.off('notification', hear);
    client.off('end', hear);
    if (error !== null) throw new Error(error);
    if (missing === 0) return;
  }
}
