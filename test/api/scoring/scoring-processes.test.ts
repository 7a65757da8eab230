import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prune } from '../../../api/dist/scoring/publish/prune.js';
import { followUpsOfRun, rowsOfRun } from '../../../api/dist/scoring/runs/rows-of-run.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, fresh, importAll } from '../../support/records/importing.js';
import { DAY, importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Rankings {
  readonly stale: boolean;
  readonly runId: number;
  readonly rows: readonly { staffNo: string; score: number }[];
}

/** The lock under which runs are published; whoever holds it keeps new ones back. */
const PUBLISH_LOCK = 7_106_250;

let database: TestDatabase;
let one: TestServer;
let other: TestServer;
beforeAll(async () => {
  database = await startDatabase();
  const env = { DATABASE_URL: database.url };
  one = await startServer({ env });
  // Either of them may take up an import, so they spool into one folder.
  other = await startServer({ env, dataFolder: one.dataFolder });
  await importSmallProvince(one);
});
afterAll(async () => {
  await other.stop({ keep: true });
  await one.stop();
  await database.stop();
});

const path = `/api/rankings?asOf=${DAY}`;
const scoreOf = ({ rows }: Rankings, staffNo: string) =>
  rows.find((row) => row.staffNo === staffNo)?.score;

const finding = (severity: number) =>
  csvOf(
    'ref,staff_no,audit_no,phase,found_on,severity,rectify_by',
    `AF-2,S002,AU-1,in_term,2026-06-01,${severity},2026-12-31`,
  );

describe('two processes on one database', () => {
  it('follow what the other one takes in', async () => {
    expect(scoreOf(await fresh<Rankings>(other, path), 'S002')).toBe(6);
    await importAll(other, 'audit-finding', finding(1));
    expect(scoreOf(await fresh<Rankings>(one, path), 'S002')).toBe(1);
    await importAll(one, 'audit-finding', finding(4));
    expect(scoreOf(await fresh<Rankings>(other, path), 'S002')).toBe(12);
  });
});

describe("today's run", () => {
  const freshness = () =>
    one.json<{ stale: boolean; knownAt: string; recordsUpTo: string }>('/api/freshness');

  it('follows a commit without anybody reading', async () => {
    await importAll(one, 'audit-finding', finding(3), 'mode=revert');
    const { recordsUpTo } = await freshness();
    await expect.poll(freshness).toMatchObject({ stale: false, knownAt: recordsUpTo });
  });

  it('is made at midnight where the office is', async () => {
    const { rows } = await database.client.query(
      `SELECT cron, timezone FROM pgboss.schedule WHERE name = 'scoring-day'`,
    );
    expect(rows).toEqual([{ cron: '0 0 * * *', timezone: 'Asia/Shanghai' }]);
  });
});

describe('while a new run is not there yet', () => {
  it('the one before answers, and says that it is stale', async () => {
    const before = await fresh<Rankings>(one, path);
    await database.client.query('BEGIN');
    await database.client.query('SELECT pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
    await importAll(one, 'audit-finding', finding(2));
    const meanwhile = await one.json<Rankings>(path);
    expect(meanwhile).toEqual({ ...before, stale: true });
    await database.client.query('COMMIT');
    const after = await fresh<Rankings>(one, path);
    expect(scoreOf(after, 'S002')).toBe(3);
    expect(after.runId).toBeGreaterThan(before.runId);
  });

  it('no reader sees half of one', async () => {
    let done = false;
    const seen: string[] = [];
    const read = async () => {
      while (!done) {
        const response = await other.fetch(path, { headers: { accept: 'text/csv' } });
        const rows = parse(await response.text(), { bom: true, columns: true }) as {
          position: string;
        }[];
        seen.push(rows.map(({ position }) => position).join());
      }
    };
    const readers = [read(), read()];
    // As long as it takes to have read some of them.
    do {
      for (const severity of [1, 2, 3, 4]) {
        await importAll(one, 'audit-finding', finding(severity), 'mode=revert');
      }
    } while (seen.length <= 4);
    done = true;
    await Promise.all(readers);
    expect(new Set(seen)).toEqual(new Set(['1,2,3,4,5,6']));
    expect(scoreOf(await fresh<Rankings>(other, path), 'S002')).toBe(12);
  });
});

describe('rows of runs that others have taken the place of', () => {
  it('are removed after a while, and the run itself stays known', async () => {
    const { client } = database;
    const before = await fresh<Rankings>(one, path);
    await importAll(one, 'audit-finding', finding(1), 'mode=revert');
    await fresh(one, path);
    await client.query(
      `UPDATE scoring_runs SET superseded_at = superseded_at - interval '1 hour'
       WHERE superseded_at IS NOT NULL`,
    );
    await importAll(one, 'audit-finding', finding(2), 'mode=revert');
    await fresh(one, path);
    const left = async () => {
      const { rows } = await client.query<{ count: number }>(
        `SELECT (SELECT count(*) FROM scores WHERE until_run <= $1)::int
           + (SELECT count(*) FROM follow_ups WHERE until_run <= $1)::int
           + (SELECT count(*) FROM run_places WHERE run_id = $1)::int
           + (SELECT count(*) FROM run_order WHERE run_id = $1)::int AS count`,
        [before.runId],
      );
      return rows[0]?.count;
    };
    await expect.poll(left).toBe(0);
    expect(await one.json(`/api/scoring/runs/${before.runId}`)).toMatchObject({
      status: 'published',
    });
  });
});

describe('a run that differs from the one before in a few people', () => {
  it('shares the rows of the others, and reads like one that was written anew', async () => {
    const { client } = database;
    const rowsOf = async (runId: number) => {
      const rows = (table: string) =>
        `SELECT to_jsonb(s) - 'run_id' - 'from_run' - 'until_run' AS row
         FROM ${table} s WHERE ${(table === 'scores' ? rowsOfRun : followUpsOfRun)('s', '$1')}`;
      const sql = `SELECT row::text FROM (${rows('scores')} UNION ALL ${rows('follow_ups')}) r ORDER BY 1`;
      return (await client.query<{ row: string }>(sql, [runId])).rows.map(({ row }) => row);
    };
    await fresh<Rankings>(one, path);
    await importAll(one, 'audit-finding', finding(4), 'mode=revert');
    const changed = await fresh<Rankings>(one, path);
    const { rows: shared } = await client.query(
      'SELECT base_id < id AS shared FROM scoring_runs WHERE id = $1',
      [changed.runId],
    );
    expect(shared).toEqual([{ shared: true }]);

    // A run of another tree has nothing that the next one may stand on.
    await client.query(`UPDATE scoring_runs SET tree_digest = '' WHERE id = $1`, [changed.runId]);
    const { id } = await one.json<{ id: number }>('/api/scoring/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ asOf: DAY }),
    });
    const status = async () =>
      (await one.json<{ status: string }>(`/api/scoring/runs/${id}`)).status;
    await expect.poll(status).toBe('published');
    const { rows: anew } = await client.query(
      'SELECT base_id = id AS anew FROM scoring_runs WHERE id = $1',
      [id],
    );
    expect(anew).toEqual([{ anew: true }]);
    expect(await rowsOf(id)).toEqual(await rowsOf(changed.runId));
    const written = await fresh<Rankings>(one, path);
    expect(written.runId).toBe(id);
    expect(written.rows).toEqual(changed.rows);
  });

  it('goes with the rows that nobody else needs, some time after another came in front', async () => {
    const { client } = database;
    const kept = await fresh<Rankings>(one, path);
    await client.query(
      `UPDATE scoring_runs SET superseded_at = superseded_at - interval '2 minutes'
       WHERE superseded_at IS NOT NULL`,
    );
    const left = async () => {
      await prune(client);
      const needed = (base: string) => `NOT EXISTS (
        SELECT FROM scoring_runs r WHERE r.status = 'published' AND r.superseded_at IS NULL
          AND ${base} = s.run_id AND s.until_run > r.id)`;
      const { rows } = await client.query<Record<string, number>>(
        `SELECT (SELECT count(*) FROM scores s WHERE ${needed('r.base_id')})::int AS scores,
           (SELECT count(*) FROM follow_ups s
            WHERE ${needed('coalesce(r.follow_ups_base_id, r.base_id)')})::int AS "followUps",
           (SELECT count(*) FROM scoring_runs WHERE superseded_at IS NOT NULL AND pruned_at IS NULL)::int AS runs,
           (SELECT count(*) FROM run_places p JOIN scoring_runs r ON r.id = p.run_id
            WHERE r.superseded_at IS NOT NULL)::int AS places`,
      );
      return rows[0];
    };
    // One of the processes may be at it.
    await expect.poll(left).toEqual({ scores: 0, followUps: 0, runs: 0, places: 0 });
    expect(await fresh<Rankings>(other, path)).toEqual(kept);
  });

  it('answers for its day for a week; later that day is scored anew for whoever asks', async () => {
    const { client } = database;
    const earlier = '/api/rankings?asOf=2026-07-01';
    const before = await fresh<Rankings>(one, earlier);
    await client.query(
      `UPDATE scoring_runs SET published_at = published_at - interval '8 days' WHERE id = $1`,
      [before.runId],
    );
    await prune(client);
    const after = await fresh<Rankings>(other, earlier);
    expect(after.runId).toBeGreaterThan(before.runId);
    expect(after).toEqual({ ...before, runId: after.runId });
  });
});
