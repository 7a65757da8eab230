import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { followUpsOfRun, rowsOfRun } from '../../../api/dist/scoring/runs/rows-of-run.js';
import { latestIn, writeChecked } from '../../../api/dist/scoring/snapshot/checked-files.js';
import { body } from '../../support/access/sign-in.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { preparedFolder } from '../../support/prepared-folder.js';
import { startWorker, type TestWorker } from '../../support/processes.js';
import { fresh, importAll } from '../../support/records/importing.js';
import {
  findingsOf,
  importPlainPeople,
  PLAIN_DAY,
  plainNumber,
} from '../../support/records/plain-people.js';
import { startServer, type TestServer } from '../../support/server.js';

const PEOPLE = 240;
/** The lock under which runs are published; whoever holds it keeps new ones back. */
const PUBLISH_LOCK = 7_106_250;
/** A lock of this test's own, which keeps partitions' results back. */
const RESULT_LOCK = 4_242_424;

/** Five processes on two cores, which other tests use too. */
vi.setConfig({ testTimeout: 180_000 });

const ranking = `/api/rankings?asOf=${PLAIN_DAY}&limit=500`;

interface Ranking {
  readonly stale: boolean;
  readonly runId: number;
  readonly rows: readonly { readonly staffNo: string; readonly score: number }[];
}

interface ProcessList {
  readonly processes: readonly {
    readonly kind: string;
    readonly partitions: readonly number[];
    readonly makesRuns: boolean;
  }[];
}

let database: TestDatabase;
/** A connection to look and reach inside, made anew after the database was started again. */
let client: pg.Client;
let one: TestServer;
let other: TestServer;
let workers: TestWorker[] = [];

async function connect(): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: database.url });
  made.on('error', () => undefined);
  await made.connect();
  return made;
}

const startWorkers = (count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      startWorker({ DATABASE_URL: database.url, PROBITY_LEASE_SECONDS: '6' }, one.dataFolder),
    ),
  );

beforeAll(async () => {
  database = await startDatabase(preparedFolder());
  database.client.on('error', () => undefined);
  client = await connect();
  const env = { DATABASE_URL: database.url };
  one = await startServer({ env });
  other = await startServer({ env, dataFolder: one.dataFolder });
  await importPlainPeople(one, PEOPLE);
  await client.query(`
    CREATE FUNCTION keep_back() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.scores IS NOT NULL THEN PERFORM pg_advisory_xact_lock_shared(${RESULT_LOCK}); END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER keep_back BEFORE UPDATE ON partition_results FOR EACH ROW EXECUTE FUNCTION keep_back()`);
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await other?.stop({ keep: true });
  await one?.stop();
  await client?.end().catch(() => undefined);
  await database?.stop();
});

async function found<T extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  return (await client.query<T>(sql, values)).rows;
}

/** Asks for a run of the day; answers with its number. */
const askForRun = async (): Promise<number> =>
  (await one.json<{ id: number }>('/api/scoring/runs', body('POST', { asOf: PLAIN_DAY }))).id;

const published = (runId: number) =>
  expect
    .poll(() => one.json<{ status: string; error: string }>(`/api/scoring/runs/${runId}`))
    .toMatchObject({ status: 'published', error: null });

/** Everything that a run says, but for its number. */
async function contentOf(runId: number): Promise<unknown> {
  const row = "(to_jsonb(s) - 'run_id' - 'from_run' - 'until_run')::text AS row";
  return {
    rows: await found(
      `SELECT ${row} FROM scores s WHERE ${rowsOfRun('s', '$1')}
       UNION ALL SELECT ${row} FROM follow_ups s WHERE ${followUpsOfRun('s', '$1')} ORDER BY 1`,
      [runId],
    ),
    places: await found(
      'SELECT chunk, places::text FROM run_places WHERE run_id = $1 ORDER BY chunk',
      [runId],
    ),
    order: await found(
      'SELECT chunk, standings::text FROM run_order WHERE run_id = $1 ORDER BY chunk',
      [runId],
    ),
    units: await found(
      `SELECT unit_enter, scope_enter, positions::text FROM unit_positions WHERE run_id = $1
       ORDER BY unit_enter, scope_enter`,
      [runId],
    ),
    run: await found(
      'SELECT evidence_digest, known_at, cadre_count, tree_digest FROM scoring_runs WHERE id = $1',
      [runId],
    ),
  };
}

const partitions = async () =>
  (
    await found<{ count: number }>(
      `SELECT count(*)::int AS count FROM scoring_partitions
       JOIN processes ON processes.id = process_id GROUP BY process_id ORDER BY 1`,
    )
  ).map(({ count }) => count);

/** What a server says that a policy would change. */
interface WhatIf {
  readonly rescoredCount: number;
  readonly people: readonly unknown[];
  readonly overdue: Readonly<Record<string, unknown>>;
}

/** Asks both servers at once what other bands, points and obligations would change; it must be the same, and something. */
async function sameWhatIf(): Promise<void> {
  const changes = {
    bands: { high: 9, elevated: 6, watch: 3 },
    sources: {
      'audit-finding': { severityPoints: { severity4: 6 }, followUps: { fromSeverity: 4 } },
    },
  };
  const ask = (server: TestServer) =>
    server.json<WhatIf>('/api/policy-previews', body('POST', { changes }));
  const [here, there] = await Promise.all([ask(one), ask(other)]);
  expect(there).toEqual(here);
  expect(here.rescoredCount).toBeGreaterThan(0);
  expect(here.people.length).toBeGreaterThan(0);
  expect(Object.keys(here.overdue)).toContain('rectify-finding');
}

/** How many wait for a lock. */
const waitingFor = async (lock: number) =>
  (
    await found("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = $1", [
      lock,
    ])
  ).length;

/** The worker that is the process of that number. */
async function workerOf(id: number): Promise<TestWorker> {
  const [row] = await found<{ pid: number }>('SELECT pid FROM processes WHERE id = $1', [id]);
  const worker = workers.find(({ process }) => process.pid === row?.pid);
  if (!worker) throw new Error(`process ${id} is no worker of this test`);
  return worker;
}

/** Kills the process of that number, one of the workers. */
async function killProcess(id: number): Promise<void> {
  const victim = await workerOf(id);
  workers = workers.filter((worker) => worker !== victim);
  await victim.kill();
}

/** Stops a worker where it is, as if for longer than its lease; answers with what lets it go on, and waits until it has heard what came of that. */
async function stopProcess(id: number): Promise<() => Promise<void>> {
  const victim = await workerOf(id);
  victim.process.kill('SIGSTOP');
  onTestFinished(() => {
    victim.process.kill('SIGCONT');
  });
  await client.query('UPDATE processes SET leased_until = clock_timestamp() WHERE id = $1', [id]);
  return async () => {
    expect(victim.output()).not.toContain(`process ${id} lost`);
    victim.process.kill('SIGCONT');
    await expect.poll(() => victim.output()).toContain(`process ${id} lost`);
  };
}

/** The numbers of those who were asked for partitions of a run that another one makes. */
const sharers = async () =>
  (
    await found<{ id: number }>(
      `SELECT DISTINCT p.process_id AS id FROM partition_results p
       JOIN scoring_runs r ON r.id = p.run_id WHERE p.process_id <> r.process_id`,
    )
  ).map(({ id }) => id);

/** The number of the process that makes a run; 0 where none does yet. */
const processOf = async (runId: number) =>
  (
    await found<{ id: number | null }>('SELECT process_id AS id FROM scoring_runs WHERE id = $1', [
      runId,
    ])
  )[0]?.id ?? 0;

/** Asks for a run and keeps it back, by the lock, when it is all made. */
async function runAboutToBePublished(): Promise<number> {
  for (;;) {
    await client.query('SELECT pg_advisory_lock($1)', [PUBLISH_LOCK]);
    const run = await askForRun();
    await expect.poll(() => waitingFor(PUBLISH_LOCK)).toBe(1);
    if ((await processOf(run)) > 0) return run;
    // Another came first, which a commit or a read of stale scores had asked for.
    await client.query('SELECT pg_advisory_unlock($1)', [PUBLISH_LOCK]);
    await published(run);
  }
}

/** Reads the ranking at both servers until told to stop; answers with everything that was seen, by run. */
function watch(): () => Promise<Map<number, Set<string>>> {
  let done = false;
  const seen = new Map<number, Set<string>>();
  const read = async (server: TestServer) => {
    while (!done) {
      const { runId, rows } = await server.json<Ranking>(ranking);
      seen.set(runId, (seen.get(runId) ?? new Set()).add(JSON.stringify(rows)));
    }
  };
  const readers = [read(one), read(other)];
  for (const reader of readers) reader.catch(() => undefined);
  onTestFinished(() => {
    done = true;
  });
  return async () => {
    done = true;
    await Promise.all(readers);
    return seen;
  };
}

describe('three workers and two servers', () => {
  it('make together, of their partitions, the very run that one process makes alone', async () => {
    const { runId: alone } = await fresh<Ranking>(one, ranking);
    const before = await contentOf(alone);
    workers = await startWorkers(3);
    await expect.poll(partitions).toEqual([2, 3, 3]);
    // Who makes runs is decided by who is there, which each hears of a moment later.
    await expect
      .poll(async () => {
        const { processes } = await one.json<ProcessList>('/api/processes');
        return {
          kinds: processes.map(({ kind }) => kind).sort(),
          partitions: processes.flatMap((each) => each.partitions).sort(),
          makeRuns: processes.filter(({ makesRuns }) => makesRuns).map(({ kind }) => kind),
        };
      })
      .toEqual({
        kinds: ['server', 'server', 'worker', 'worker', 'worker'],
        partitions: [0, 1, 2, 3, 4, 5, 6, 7],
        makeRuns: ['worker'],
      });
    // A run of another tree has nothing that the next one may stand on.
    const standAlone = (id: number) =>
      client.query(`UPDATE scoring_runs SET tree_digest = '' WHERE id = $1`, [id]);
    await standAlone(alone);
    const together = await askForRun();
    await published(together);
    expect(await contentOf(together)).toEqual(before);

    // Then of a few people's other evidence alone.
    await importAll(other, 'audit-finding', findingsOf(20, 'AU1', 4));
    const { runId: changed } = await fresh<Ranking>(one, ranking);
    expect(await found('SELECT base_id FROM scoring_runs WHERE id = $1', [changed])).toEqual([
      { base_id: String(together) },
    ]);
    const shared = await contentOf(changed);
    await client.query(`UPDATE scoring_runs SET tree_digest = '' WHERE id = $1`, [changed]);
    const anew = await askForRun();
    await published(anew);
    const written = (await contentOf(anew)) as typeof shared;
    expect(written).toEqual({ ...(shared as object), run: (written as { run: unknown }).run });
  });

  it('give the same answers at both servers, also right after a commit at one of them', async () => {
    for (const [at, server] of [one, other].entries()) {
      await importAll(server, 'audit-finding', findingsOf(30 + at, `AU-S${at}`, 3));
      await fresh(server, ranking);
      const person = `/api/cadres/${plainNumber(3)}`;
      for (const path of [
        ranking,
        `${ranking}&unit=UB`,
        `${person}/score?asOf=${PLAIN_DAY}`,
        `${person}/history?asOf=${PLAIN_DAY}`,
        `/api/follow-ups?asOf=${PLAIN_DAY}&limit=200`,
        `/api/units/U/summary?asOf=${PLAIN_DAY}`,
      ]) {
        const [here, there] = await Promise.all([one.json(path), other.json(path)]);
        expect(there, path).toEqual(here);
      }
      const csv = async (from: TestServer) =>
        (await from.fetch(ranking, { headers: { accept: 'text/csv' } })).text();
      expect(await csv(other)).toEqual(await csv(one));
      await sameWhatIf();
    }
  });
});

describe('kill -STOP', () => {
  it('of workers while they score: others finish, and who wakes finds out before it writes', async () => {
    const stop = watch();

    // One that has scored its partitions: it is stopped over handing them over.
    await client.query('SELECT pg_advisory_lock($1)', [RESULT_LOCK]);
    await importAll(one, 'audit-finding', findingsOf(60, 'AU4', 4));
    const first = await askForRun();
    await expect.poll(() => waitingFor(RESULT_LOCK)).toBe(3);
    await expect.poll(async () => (await sharers()).length).toBe(2);
    const [sharer = 0] = await sharers();
    const wakeSharer = await stopProcess(sharer);
    await expect.poll(partitions).toEqual([4, 4]);
    expect(await waitingFor(RESULT_LOCK)).toBe(2);
    await client.query('SELECT pg_advisory_unlock($1)', [RESULT_LOCK]);
    await published(first);
    await wakeSharer();
    await expect.poll(partitions).toEqual([2, 3, 3]);

    // The one that is about to publish: it wakes while another one is about to.
    const second = await runAboutToBePublished();
    const finisher = await processOf(second);
    const wakeFinisher = await stopProcess(finisher);
    await expect.poll(() => processOf(second)).not.toBe(finisher);
    await expect.poll(() => waitingFor(PUBLISH_LOCK)).toBe(1);
    const successor = await processOf(second);
    await wakeFinisher();
    await client.query('SELECT pg_advisory_unlock($1)', [PUBLISH_LOCK]);
    await published(second);
    expect(await processOf(second)).toBe(successor);
    expect(await found('SELECT attempts FROM scoring_runs WHERE id = $1', [second])).toEqual([
      { attempts: 2 },
    ]);
    await expect.poll(partitions).toEqual([2, 3, 3]);

    for (const [runId, contents] of await stop()) expect(contents.size, `run ${runId}`).toBe(1);
    expect(await fresh(one, ranking)).toEqual(await fresh(other, ranking));
  });
});

describe('kill -9', () => {
  it('of workers while they score: others finish, and no reader sees a mixture', async () => {
    const stop = watch();

    // One that has scored its partitions and is about to hand them over.
    await client.query('SELECT pg_advisory_lock($1)', [RESULT_LOCK]);
    await importAll(one, 'audit-finding', findingsOf(100, 'AU2', 4));
    const first = await askForRun();
    await expect.poll(() => waitingFor(RESULT_LOCK)).toBe(3);
    await expect.poll(async () => (await sharers()).length).toBe(2);
    const [victim = 0] = await sharers();
    await killProcess(victim);
    await expect.poll(() => waitingFor(RESULT_LOCK)).toBe(2);
    await expect.poll(partitions).toEqual([4, 4]);
    await client.query('SELECT pg_advisory_unlock($1)', [RESULT_LOCK]);
    await published(first);

    // The one that is about to publish what all have scored.
    const second = await runAboutToBePublished();
    const finisher = await processOf(second);
    await killProcess(finisher);
    await expect.poll(() => processOf(second)).not.toBe(finisher);
    await expect.poll(() => waitingFor(PUBLISH_LOCK)).toBe(1);
    await client.query('SELECT pg_advisory_unlock($1)', [PUBLISH_LOCK]);
    await published(second);

    const seen = await stop();
    expect(seen.size).toBeGreaterThan(1);
    for (const [runId, contents] of seen) expect(contents.size, `run ${runId}`).toBe(1);
    // The hundred findings came all at once, or not yet.
    expect(new Set([...seen.values()].flatMap((contents) => [...contents])).size).toBe(2);
    const { rows } = await fresh<Ranking>(other, ranking);
    expect(rows.filter(({ score }) => score > 10).length).toBeGreaterThanOrEqual(95);
  });
});

describe('a snapshot of the columns', () => {
  it('does not stay on the disk of a process that makes no runs, once anybody in it was removed', async () => {
    const folder = join(one.dataFolder, 'columns');
    await writeChecked(folder, { knownAt: '2026-01-01 00:00:00+00' }, []);
    await client.query(`
      WITH removal AS (
        INSERT INTO removals (cause, kind, record_count, row_count, people_count, removed_at, removed_by, digest)
        VALUES ('retention', 'education-session', 1, 1, 1, clock_timestamp(), 'test', '') RETURNING id)
      INSERT INTO removed_records (cadre_id, removal_id, kind, record_count, recorded_from, removed_at)
      SELECT 1, id, 'education-session', 1, clock_timestamp(), clock_timestamp() FROM removal`);
    await expect.poll(() => latestIn(folder)).toBe(undefined);
  });
});

describe('a database that is started again while a run is made', () => {
  it('finds everyone back by themselves, and the run is made', async () => {
    const run = await runAboutToBePublished();
    const [backend] = await found<{ pid: number }>(
      `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = $1`,
      [PUBLISH_LOCK],
    );
    // One process of the server that ends like this makes it end all others, and begin anew.
    const ended = new Promise((done) => client.once('end', done));
    process.kill(backend?.pid ?? 0, 'SIGKILL');
    await ended;
    await expect
      .poll(async () => {
        client = await connect();
        return (await found('SELECT')).length;
      })
      .toBe(1);
    const state = async () =>
      (await one.fetch(`/api/scoring/runs/${run}`)).json().catch(() => null);
    await expect.poll(state).toMatchObject({ status: 'published', error: null });
    // Once more at least: an attempt may meet another connection of before, and be cut short as well.
    const [made] = await found<{ attempts: number }>(
      'SELECT attempts FROM scoring_runs WHERE id = $1',
      [run],
    );
    expect(made?.attempts).toBeGreaterThan(1);
    await importAll(other, 'audit-finding', findingsOf(5, 'AU3', 2));
    expect(await fresh(one, ranking)).toEqual(await fresh(other, ranking));
  });
});
