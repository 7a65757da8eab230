import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { latestIn, writeChecked } from '../../../api/dist/scoring/snapshot/checked-files.js';
import { body, signedUp } from '../../support/access/sign-in.js';
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
import { Inside } from './inside.js';
import { askAs, otherRules, type Ranking, sameAt, sameWhatIf, watch } from './replicas.js';

const PEOPLE = 240;
/** The lock under which runs are published; whoever holds it keeps new ones back. */
const PUBLISH_LOCK = 7_106_250;
/** A lock of this test's own, which keeps partitions' results back. */
const RESULT_LOCK = 4_242_424;

/** Five processes on two cores, which other tests use too. */
vi.setConfig({ testTimeout: 180_000 });

const ranking = `/api/rankings?asOf=${PLAIN_DAY}&limit=500`;

interface ProcessList {
  readonly processes: readonly {
    readonly kind: string;
    readonly partitions: readonly number[];
    readonly makesRuns: boolean;
  }[];
}

let database: TestDatabase;
/** To look and reach inside. */
let inside: Inside;
let one: TestServer;
let other: TestServer;
let workers: TestWorker[] = [];

const startWorkers = (count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      startWorker({ DATABASE_URL: database.url, PROBITY_LEASE_SECONDS: '6' }, one.dataFolder),
    ),
  );

beforeAll(async () => {
  database = await startDatabase(preparedFolder());
  database.client.on('error', () => undefined);
  inside = new Inside(database.url);
  await inside.open();
  const env = { DATABASE_URL: database.url };
  one = await startServer({ env });
  other = await startServer({ env, dataFolder: one.dataFolder });
  await importPlainPeople(one, PEOPLE);
  await inside.keepResultsBackBy(RESULT_LOCK);
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await other?.stop({ keep: true });
  await one?.stop();
  await inside?.close();
  await database?.stop();
});

/** Asks for a run of the day; answers with its number. */
const askForRun = async (): Promise<number> =>
  (await one.json<{ id: number }>('/api/scoring/runs', body('POST', { asOf: PLAIN_DAY }))).id;

const published = (runId: number) =>
  expect
    .poll(() => one.json<{ status: string; error: string }>(`/api/scoring/runs/${runId}`))
    .toMatchObject({ status: 'published', error: null });

/** The worker that is the process of that number. */
async function workerOf(id: number): Promise<TestWorker> {
  const [row] = await inside.found<{ pid: number }>('SELECT pid FROM processes WHERE id = $1', [
    id,
  ]);
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
  await inside.client.query('UPDATE processes SET leased_until = clock_timestamp() WHERE id = $1', [
    id,
  ]);
  return async () => {
    expect(victim.output()).not.toContain(`process ${id} lost`);
    victim.process.kill('SIGCONT');
    await expect.poll(() => victim.output()).toContain(`process ${id} lost`);
  };
}

/** Asks for a run and keeps it back, by the lock, when it is all made. */
async function runAboutToBePublished(): Promise<number> {
  for (;;) {
    await inside.lock(PUBLISH_LOCK);
    const run = await askForRun();
    await expect.poll(() => inside.waitingFor(PUBLISH_LOCK)).toBe(1);
    if ((await inside.makerOf(run)) > 0) return run;
    // Another came first, which a commit or a read of stale scores had asked for.
    await inside.unlock(PUBLISH_LOCK);
    await published(run);
  }
}

/** Asks for a run whose partitions are all scored, their results kept back by the lock; and one of those who are to hand theirs over. */
async function runAboutToBeHandedOver(): Promise<{ run: number; sharer: number }> {
  const run = await askForRun();
  await expect.poll(() => inside.waitingFor(RESULT_LOCK)).toBe(3);
  await expect.poll(async () => (await inside.sharers()).length).toBe(2);
  const [sharer = 0] = await inside.sharers();
  return { run, sharer };
}

describe('three workers and two servers', () => {
  it('make together, of their partitions, the very run that one process makes alone', async () => {
    const { runId: alone } = await fresh<Ranking>(one, ranking);
    const before = await inside.contentOf(alone);
    workers = await startWorkers(3);
    await expect.poll(() => inside.partitions()).toEqual([2, 3, 3]);
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
      inside.client.query(`UPDATE scoring_runs SET tree_digest = '' WHERE id = $1`, [id]);
    await standAlone(alone);
    const together = await askForRun();
    await published(together);
    expect(await inside.contentOf(together)).toEqual(before);

    // Then of a few people's other evidence alone.
    await importAll(other, 'audit-finding', findingsOf(20, 'AU1', 4));
    const { runId: changed } = await fresh<Ranking>(one, ranking);
    expect(await inside.found('SELECT base_id FROM scoring_runs WHERE id = $1', [changed])).toEqual(
      [{ base_id: String(together) }],
    );
    const shared = await inside.contentOf(changed);
    await inside.client.query(`UPDATE scoring_runs SET tree_digest = '' WHERE id = $1`, [changed]);
    const anew = await askForRun();
    await published(anew);
    const written = (await inside.contentOf(anew)) as typeof shared;
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
      await sameWhatIf([one, other]);
    }
  });
});

describe('kill -STOP', () => {
  it('of workers while they score: others finish, and who wakes finds out before it writes', async () => {
    const stop = watch([one, other], ranking);

    // One that has scored its partitions: it is stopped over handing them over.
    await inside.lock(RESULT_LOCK);
    await importAll(one, 'audit-finding', findingsOf(60, 'AU4', 4));
    const { run: first, sharer } = await runAboutToBeHandedOver();
    const wakeSharer = await stopProcess(sharer);
    await expect.poll(() => inside.partitions()).toEqual([4, 4]);
    expect(await inside.waitingFor(RESULT_LOCK)).toBe(2);
    await inside.unlock(RESULT_LOCK);
    await published(first);
    await wakeSharer();
    await expect.poll(() => inside.partitions()).toEqual([2, 3, 3]);

    // The one that is about to publish: it wakes while another one is about to.
    const second = await runAboutToBePublished();
    const finisher = await inside.makerOf(second);
    const wakeFinisher = await stopProcess(finisher);
    await expect.poll(() => inside.makerOf(second)).not.toBe(finisher);
    await expect.poll(() => inside.waitingFor(PUBLISH_LOCK)).toBe(1);
    const successor = await inside.makerOf(second);
    await wakeFinisher();
    await inside.unlock(PUBLISH_LOCK);
    await published(second);
    expect(await inside.makerOf(second)).toBe(successor);
    expect(await inside.found('SELECT attempts FROM scoring_runs WHERE id = $1', [second])).toEqual(
      [{ attempts: 2 }],
    );
    await expect.poll(() => inside.partitions()).toEqual([2, 3, 3]);

    for (const [runId, contents] of await stop()) expect(contents.size, `run ${runId}`).toBe(1);
    expect(await fresh(one, ranking)).toEqual(await fresh(other, ranking));
  });
});

describe('kill -9', () => {
  it('of workers while they score: others finish, and no reader sees a mixture', async () => {
    const stop = watch([one, other], ranking);

    // One that has scored its partitions and is about to hand them over.
    await inside.lock(RESULT_LOCK);
    await importAll(one, 'audit-finding', findingsOf(100, 'AU2', 4));
    const { run: first, sharer } = await runAboutToBeHandedOver();
    await killProcess(sharer);
    await expect.poll(() => inside.waitingFor(RESULT_LOCK)).toBe(2);
    await expect.poll(() => inside.partitions()).toEqual([4, 4]);
    await inside.unlock(RESULT_LOCK);
    await published(first);

    // The one that is about to publish what all have scored.
    const second = await runAboutToBePublished();
    const finisher = await inside.makerOf(second);
    await killProcess(finisher);
    await expect.poll(() => inside.makerOf(second)).not.toBe(finisher);
    await expect.poll(() => inside.waitingFor(PUBLISH_LOCK)).toBe(1);
    await inside.unlock(PUBLISH_LOCK);
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
    await inside.client.query(`
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
    const [backend] = await inside.found<{ pid: number }>(
      `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = $1`,
      [PUBLISH_LOCK],
    );
    // One process of the server that ends like this makes it end all others, and begin anew.
    const ended = new Promise((done) => inside.client.once('end', done));
    process.kill(backend?.pid ?? 0, 'SIGKILL');
    await ended;
    await expect
      .poll(async () => {
        await inside.open();
        return (await inside.found('SELECT')).length;
      })
      .toBe(1);
    const state = async () =>
      (await one.fetch(`/api/scoring/runs/${run}`)).json().catch(() => null);
    await expect.poll(state).toMatchObject({ status: 'published', error: null });
    // Once more at least: an attempt may meet another connection of before, and be cut short as well.
    const [made] = await inside.found<{ attempts: number }>(
      'SELECT attempts FROM scoring_runs WHERE id = $1',
      [run],
    );
    expect(made?.attempts).toBeGreaterThan(1);
    await importAll(other, 'audit-finding', findingsOf(5, 'AU3', 2));
    expect(await fresh(one, ranking)).toEqual(await fresh(other, ranking));
  });
});

describe('a draft of the policy', () => {
  it('is the same at both servers, and counts at both once a second person has approved it', async () => {
    const inspector = await signedUp(one, { name: 'fang', roles: ['inspector'], unitCode: 'U' });
    const approver = await signedUp(one, { name: 'gao', roles: ['approver'] });
    // Last: with the first administrator's enrolment the bootstrap token ends.
    const administrator = await signedUp(one, { name: 'hu', roles: ['administrator'] });
    const same = sameAt([one, other]);
    const { id } = await askAs<{ id: number }>(
      administrator,
      one,
      '/api/policies',
      body('POST', { changes: otherRules, note: 'audits weigh less' }),
    );
    expect(await same(approver, '/api/proposals')).toMatchObject({ total: 1, rows: [{ id }] });
    await same(administrator, '/api/policy-previews', body('POST', { changes: otherRules }));
    const approval = body('POST', { reason: 'as agreed' });
    await askAs(approver, other, `/api/proposals/${id}/approve`, approval);
    expect(await same(administrator, '/api/policies/current')).toMatchObject({ version: 2 });
    const ranked = (server: TestServer) =>
      fresh<Ranking & { policyVersion: number }>(
        { json: (path) => askAs(inspector, server, path) },
        ranking,
      );
    expect((await ranked(one)).policyVersion).toBe(2);
    expect(await ranked(other)).toEqual(await ranked(one));
  });
});
