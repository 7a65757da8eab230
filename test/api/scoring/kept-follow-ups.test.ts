import { dayOf, defaultPolicy } from '@probity/analytics';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseReach } from '../../../api/dist/platform/database/guard/roles.js';
import { databaseTypes } from '../../../api/dist/platform/database/types.js';
import { HeldEvidence } from '../../../api/dist/scoring/load/held-evidence.js';
import { ChangedPeople } from '../../../api/dist/scoring/publish/changed-people.js';
import { publish } from '../../../api/dist/scoring/publish/publish.js';
import { PublishedMarks } from '../../../api/dist/scoring/publish/published-marks.js';
import { followUpsOfRun, rowsOfRun } from '../../../api/dist/scoring/runs/rows-of-run.js';
import { ScoreThreads } from '../../../api/dist/scoring/threads/score-threads.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { refreshHeld } from '../../support/held-columns.js';
import { csvOf, importAll } from '../../support/records/importing.js';
import { DAY, importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

/** More than are written one by one. */
const MANY = 2100;
let database: TestDatabase;
let server: TestServer;
let client: pg.Client;
let worker: pg.Client;

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await importSmallProvince(server);
  client = new pg.Client({ connectionString: database.url, types: databaseTypes as never });
  await client.connect();
  const reach = (await databaseReach(database.url)).worker;
  worker = new pg.Client({ ...reach, types: databaseTypes as never });
  await worker.connect();
  const numbers = Array.from({ length: MANY }, (_, at) => `M${at}`);
  await importAll(server, 'cadres', csvOf('staff_no,name', ...numbers.map((no) => `${no},N`)));
  const findings = numbers.map((no) => `F,${no},AU,in_term,2026-06-01,1`);
  const header = 'ref,staff_no,audit_no,phase,found_on,severity';
  await importAll(server, 'audit-finding', csvOf(header, ...findings));
});
afterAll(async () => {
  await worker.end();
  await client.end();
  await server.stop();
  await database.stop();
});

const remembering = () => ({
  ...{ changed: new ChangedPeople(), marks: new PublishedMarks(), held: new HeldEvidence() },
});

/** Publishes what is known now, by what a process remembers. Answers with the run's number. */
async function published(memory: ReturnType<typeof remembering>): Promise<number> {
  const refreshed = await refreshHeld(client, memory.held);
  memory.changed.note(refreshed);
  const threads = new ScoreThreads({ threadCount: 1 });
  const scores = await threads.scoreAll(refreshed.evidence, dayOf(DAY), defaultPolicy);
  // As the server's own, which nobody takes over while it lives.
  const { rows } = await worker.query<{ runId: number; processId: number }>(
    `INSERT INTO scoring_runs (as_of, status, process_id)
       SELECT $1, 'running', max(id) FROM processes RETURNING id AS "runId", process_id AS "processId"`,
    [DAY],
  );
  const { runId = 0, processId = 0 } = rows[0] ?? {};
  const request = { runId, processId, asOf: DAY, version: 1, policy: defaultPolicy };
  await publish(worker, refreshed, scores, request, memory);
  return runId;
}

const basesOf = async (runId: number) =>
  (
    await client.query<{ base_id: number; follow_ups_base_id: number }>(
      'SELECT base_id, follow_ups_base_id FROM scoring_runs WHERE id = $1',
      [runId],
    )
  ).rows[0];

async function rowsOf(runId: number): Promise<string[]> {
  const row = `to_jsonb(s) - 'run_id' - 'from_run' - 'until_run' AS row`;
  const { rows } = await client.query<{ row: string }>(
    `SELECT row::text FROM (
         SELECT ${row} FROM scores s WHERE ${rowsOfRun('s', '$1')}
         UNION ALL SELECT ${row} FROM follow_ups s WHERE ${followUpsOfRun('s', '$1')}
       ) r ORDER BY 1`,
    [runId],
  );
  return rows.map(({ row: text }) => text);
}

const opinions = (of: readonly number[], rating: (at: number) => number, name: string) =>
  csvOf(
    'ref,staff_no,given_on,respondent,circle,rating,channel',
    ...of.map((at) => `${name},M${at},2026-06-02,peer,work,${rating(at)},interview`),
  );

it('a run after which most people have other scores goes on with the follow-ups of most, and reads like one that was written anew', async () => {
  const memory = remembering();
  const first = await published(memory);
  expect(await basesOf(first)).toEqual({ base_id: first, follow_ups_base_id: first });

  const everyone = Array.from({ length: MANY }, (_, at) => at);
  // A grave opinion is to be verified: some have a follow-up more.
  const file = opinions(everyone, (at) => (at < 5 ? -2 : -1), 'O');
  await importAll(server, 'inspection-opinion', file);
  const second = await published(memory);
  expect(await basesOf(second)).toEqual({ base_id: second, follow_ups_base_id: first });
  expect((await rowsOf(second)).length).toBe((await rowsOf(first)).length + 5);

  await importAll(
    server,
    'inspection-opinion',
    opinions([7, 8], (at) => at - 9, 'P'),
  );
  const third = await published(memory);
  expect(await basesOf(third)).toEqual({ base_id: second, follow_ups_base_id: first });

  const owed = async () =>
    (await server.json<{ overdue: object }>(`/api/units/P/summary?asOf=${DAY}`)).overdue;
  const shared = await owed();
  expect(shared).not.toEqual({});

  // Nobody remembers what was published: everything is written.
  await client.query(`UPDATE scoring_runs SET tree_digest = '' WHERE id = $1`, [third]);
  const anew = await published(remembering());
  expect(await basesOf(anew)).toEqual({ base_id: anew, follow_ups_base_id: anew });
  expect(await rowsOf(third)).toEqual(await rowsOf(anew));
  expect(await owed()).toEqual(shared);
});

it('a run of a few others writes the follow-ups that differ and no more, whatever became of rows meanwhile', async () => {
  const memory = remembering();
  const writtenBy = async (runId: number) => {
    const { rows } = await client.query<{ came: number; gone: number }>(
      `SELECT count(*) FILTER (WHERE from_run = $1)::int AS came,
         count(*) FILTER (WHERE until_run = $1)::int AS gone FROM follow_ups`,
      [runId],
    );
    return rows[0];
  };
  const grave = (of: readonly number[]) =>
    csvOf(
      'ref,staff_no,given_on,respondent,circle,rating,channel',
      ...of.map((at) => `G${at},M${at},2026-06-03,peer,work,-2,interview`),
    );
  const verified = (at: number, by: string) =>
    csvOf(
      'ref,staff_no,given_on,respondent,circle,rating,channel,verified_on,verification',
      `G${at},M${at},2026-06-03,peer,work,-2,interview,${by},unsubstantiated`,
    );
  await published(memory);
  await importAll(server, 'inspection-opinion', grave([20, 21, 22, 23]));
  expect(await writtenBy(await published(memory))).toEqual({ came: 4, gone: 0 });
  await importAll(server, 'inspection-opinion', verified(20, '2026-06-04'));
  expect(await writtenBy(await published(memory))).toEqual({ came: 1, gone: 1 });

  // One that is to end is not there any more: these people's are compared row by row.
  await client.query(
    `DELETE FROM follow_ups USING cadres c WHERE follow_ups.cadre_id = c.cadre_id
       AND c.staff_no = 'M21' AND kind = 'verify-opinion'`,
  );
  await importAll(server, 'inspection-opinion', verified(21, '2026-06-04'));
  await importAll(server, 'inspection-opinion', verified(22, '2026-06-05'));
  const last = await published(memory);
  expect(await writtenBy(last)).toEqual({ came: 2, gone: 1 });
  await client.query(`UPDATE scoring_runs SET tree_digest = '' WHERE id = $1`, [last]);
  expect(await rowsOf(last)).toEqual(await rowsOf(await published(remembering())));
});
