import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup } from '../../../api/dist/backup/restore/read-backup.js';
import { temporaryDataFolder } from '../../../api/dist/platform/database/embedded-binaries.js';
import {
  backUp,
  backupEnv,
  below,
  identityFile,
  keys,
  restored,
  runRestore,
  seen,
} from '../../support/backup/backups.js';
import { probity } from '../../support/cli.js';
import { preparedFolder } from '../../support/prepared-folder.js';
import { importFile } from '../../support/records/imports.js';
import { DAY, importSmallProvince } from '../../support/records/small-province.js';
import { root, startServer, type TestServer } from '../../support/server.js';
import { mountSmallDisk } from '../../support/small-disk.js';

const KILLS = 4;
/** About how long a backup of these records takes. */
const SPAN_MS = 700;
const ROWS = 20_000;
const FULL = 6;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: backupEnv });
  await importSmallProvince(server);
  const rows = Array.from(
    { length: ROWS },
    (_, row) =>
      `T${row},S00${1 + (row % 4 === 2 ? 0 : row % 4)},2025-01-${10 + (row % 20)},Somebody`,
  );
  await importFile(server, 'heart-to-heart-talk', ['ref,staff_no,held_on,held_by', ...rows]);
});
afterAll(() => server.stop());

const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
const whole = (name: string) => name.startsWith('probity-');

describe('kill -9 during a backup', () => {
  it(`leaves no half file under a backup's name, ${KILLS} times, and a restart writes it`, {
    timeout: 240_000,
  }, async () => {
    const folder = below(server, 'backups');
    mkdirSync(folder, { recursive: true });
    let interrupted = 0;
    for (let round = 0; round < KILLS; round++) {
      const begun = new AbortController();
      const appearance = once(watch(folder, { signal: begun.signal }), 'change');
      const { id } = await server.json<{ id: number }>('/api/backups', { method: 'POST' });
      // While the first file is being written, however fast the machine is; later ones at random on purpose:
      // no moment of a backup may be a bad one.
      if (round === 0) await appearance;
      else await pause(Math.random() * SPAN_MS);
      begun.abort();
      await server.kill();
      const before = filesIn(folder).filter(whole);
      if (before.length <= round) interrupted++;
      for (const name of before) await checkBackup(join(folder, name), keys);
      server = await startServer({ dataFolder: server.dataFolder, env: backupEnv });
      await expect
        .poll(() => server.json(`/api/backups/${id}`), { interval: 200 })
        .toMatchObject({ status: 'written' });
      expect(filesIn(folder).filter(whole)).toHaveLength(round + 1);
      expect(filesIn(folder).filter((name) => !whole(name))).toEqual([]);
    }
    expect(interrupted).toBeGreaterThan(0);
  });
});

describe('a full disk', () => {
  it('fails a backup, leaves nothing of it behind, and is no matter for the next', async () => {
    const disk = mountSmallDisk(8);
    const folder = join(disk.folder, 'backups');
    mkdirSync(folder);
    const env = { ...backupEnv, PROBITY_BACKUP_DIR: folder };
    const small = await startServer({ env });
    disk.fill();
    // Time and again: whether what is on its way when the disk fills harms the process is a matter of moments.
    for (let round = 0; round < FULL; round++) {
      expect(await probity(small.url, ['backup'])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('ENOSPC'),
      });
    }
    expect(filesIn(folder)).toEqual([]);
    disk.empty();
    await checkBackup((await backUp(small)).path, keys);
    await small.stop();
    disk.stop();
  });
});

/** Starts a restore and kills it when it says `line`. */
async function killedAt(line: string, dataFolder: string, args: readonly string[]): Promise<void> {
  const program = join(root, 'api/dist/programs/restore.js');
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      PROBITY_DATA_DIR: dataFolder,
      PROBITY_BACKUP_IDENTITY_FILE: identityFile,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
    if (said.includes(line)) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  expect(child.signalCode, said).toBe('SIGKILL');
}

describe('kill -9 during a restore', () => {
  const lines = ['making the tables', 'loading the tables', 'comparing them'];
  const folder = preparedFolder();
  let path: string;
  let before: Awaited<ReturnType<typeof seen>>;
  beforeAll(async () => {
    before = await seen(server, DAY);
    ({ path } = await backUp(server));
    const old = await startServer({ dataFolder: folder });
    await importFile(old, 'cadres', ['staff_no,name', 'S900,Old']);
    await old.stop({ keep: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(lines)('while %s: what is left is known for it, and restored anew', async (line) => {
    const empty = temporaryDataFolder();
    await killedAt(line, empty, [path]);
    await expect(startServer({ dataFolder: empty })).rejects.toThrow(/cut short.*--abandon/);
    expect(await restored(empty, path)).toMatchObject({ log: { ok: true } });
    const again = await startServer({ dataFolder: empty });
    expect(await seen(again, DAY)).toEqual(before);
    await again.stop();
  });

  it.each(lines)(
    'of an installation, while %s: what was there comes back when asked',
    async (line) => {
      await killedAt(line, folder, [path, '--replace', '--yes']);
      await expect(startServer({ dataFolder: folder })).rejects.toThrow(/cut short/);
      expect(await runRestore(folder, ['--abandon'])).toMatchObject({ code: 0 });
      expect(await runRestore(folder, ['--abandon'])).toMatchObject({ code: 1 });
      const still = await startServer({ dataFolder: folder });
      expect((await still.fetch('/api/cadres/S900')).status).toBe(200);
      expect(await still.json('/api/audit/verify')).toMatchObject({ ok: true });
      await still.stop({ keep: true });
    },
  );
});
