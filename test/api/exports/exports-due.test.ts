import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryDataFolder } from '../../../api/dist/platform/database/embedded-binaries.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { run, runsOf, runsOnce, schedule } from '../../support/exports.js';
import { startServer, type TestServer } from '../../support/server.js';

let database: TestDatabase;
let folder: string;
let first: TestServer;
let second: TestServer;

/** A process of the product on the common database, writing into the common folder. */
const start = () =>
  startServer({ env: { DATABASE_URL: database.url, PROBITY_EXPORT_DIR: join(folder, 'out') } });

const startBoth = async () => {
  [first, second] = await Promise.all([start(), start()]);
};

const files = (name: string) =>
  readdirSync(join(folder, 'out'))
    .filter((file) => file.includes(name))
    .sort();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'probity-exports-'));
  // Both find it empty, and only one makes the tables.
  database = await startDatabase(temporaryDataFolder());
  await startBoth();
});
afterAll(async () => {
  await Promise.all([first?.stop(), second?.stop()]);
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('two processes on one database', () => {
  it('write each due time once, also when one of them is started anew', async () => {
    const { id } = await schedule(first, { name: 'minutely', cron: '* * * * *' });
    const [live] = await runsOnce(first, id, ['written']);
    expect(live).toMatchObject({ requestedBy: null, attempts: 1 });
    expect(live?.dueAt).toMatch(/:00\.000Z$/);
    // A start looks for due times that were missed, and this one was not.
    await second.stop();
    second = await start();
    await first.fetch(`/api/exports/${id}`, { method: 'DELETE' });
    // The next minute may have come meanwhile: another due time, with a file of its own.
    const runs = (await runsOf(second, id)).toReversed();
    expect(runs[0]).toEqual(live);
    runs.forEach(({ dueAt }, minutes) => {
      expect(Date.parse(dueAt)).toBe(Date.parse(live?.dueAt ?? '') + 60_000 * minutes);
    });
    expect(files('minutely').filter((file) => file === live?.file)).toHaveLength(1);
    expect(files('minutely').length).toBeLessThanOrEqual(runs.length);
  }, 200_000);

  it('that start together catch up once with what was missed', async () => {
    const { id, nextDueAt } = await schedule(first, { name: 'yearly', cron: '0 0 1 1 *' });
    await Promise.all([first.stop(), second.stop()]);
    await database.client.query(
      `UPDATE export_schedules SET due_from = due_from - interval '3 years' WHERE id = $1`,
      [id],
    );
    await startBoth();
    const runs = await runsOnce(second, id, ['written']);
    const [coming] = nextDueAt;
    const latest = `${Number(coming?.slice(0, 4)) - 1}${coming?.slice(4)}`;
    expect(runs).toMatchObject([{ dueAt: latest, requestedBy: null, attempts: 1 }]);
    expect(files('yearly')).toEqual([runs[0]?.file]);
    // Nobody asked, and yet somebody answers for what left: whoever made the schedule.
    const written = await second.json('/api/audit?action=Exports_write&limit=1');
    const query = { dueAt: latest };
    expect(written).toMatchObject({ rows: [{ subject: 'bootstrap', parameters: { query } }] });
    // A further start finds nothing left to catch up with.
    await second.stop();
    second = await start();
    expect(await runsOf(second, id)).toEqual(runs);
  });
});

describe('a process that is killed while it writes', () => {
  /** Kills the first process, then alone, while its file is half written. Returns the schedule. */
  async function killedAtHalf(name: string, beforeKill = async () => {}): Promise<number> {
    await second.stop();
    const { id } = await schedule(first, { name });
    // Scores are there, so that nothing but the reading of them is left to do.
    await first.json('/api/rankings');
    await database.client.query('BEGIN');
    await database.client.query('LOCK TABLE scores IN ACCESS EXCLUSIVE MODE');
    await run(first, id);
    await expect
      .poll(() => files(name), { interval: 50 })
      .toMatchObject([expect.stringMatching(/^\..*\.part$/)]);
    await beforeKill();
    await first.kill();
    await database.client.query('ROLLBACK');
    expect(files(name).filter((file) => file.endsWith('.csv'))).toEqual([]);
    return id;
  }

  it('leaves no half file, and the next start finishes it', async () => {
    const id = await killedAtHalf('cut short');
    await startBoth();
    const [written] = await runsOnce(first, id, ['written']);
    expect(written).toMatchObject({ attempts: 2, error: null });
    expect(files('cut short')).toEqual([written?.file]);
  });

  it('has its file written by another process that lives', async () => {
    const id = await killedAtHalf('taken over', async () => {
      second = await start();
    });
    const [written] = await runsOnce(second, id, ['written']);
    expect(written).toMatchObject({ attempts: 2, error: null });
    expect(files('taken over')).toEqual([written?.file]);
    first = await start();
  });
});

describe('a disk that refuses', () => {
  it('is told of in the history, and the next run is not harmed', async () => {
    const { id } = await schedule(first, { name: 'refused' });
    rmSync(join(folder, 'out'), { recursive: true });
    writeFileSync(join(folder, 'out'), 'a file stands where the folder should');
    await run(first, id);
    const [failed] = await runsOnce(first, id, ['failed']);
    expect(failed).toMatchObject({ file: null, rowCount: null });
    expect(failed?.error).toMatch(/EEXIST/);
    rmSync(join(folder, 'out'));
    await run(first, id);
    const [written] = await runsOnce(first, id, ['written', 'failed']);
    expect(files('refused')).toEqual([written?.file]);
  });
});
