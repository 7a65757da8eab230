import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryDataFolder } from '../../../api/dist/platform/database/embedded-binaries.js';
import {
  backUp,
  backupEnv,
  below,
  restored,
  runRestore,
  seen,
} from '../../support/backup/backups.js';
import { type Changes, remade } from '../../support/backup/remade-backup.js';
import { DAY, importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let good: string;
/** What was seen at the time of the backup: a day asked for later is a run of another number here than there. */
let before: Awaited<ReturnType<typeof seen>>;
const target = temporaryDataFolder();
const occupied = temporaryDataFolder();
beforeAll(async () => {
  server = await startServer({ env: backupEnv });
  await importSmallProvince(server);
  before = await seen(server, DAY);
  good = (await backUp(server)).path;
  await restored(occupied, good);
});
afterAll(async () => {
  await server.stop();
  for (const folder of [target, occupied]) rmSync(folder, { recursive: true, force: true });
});

/** What lies in a data folder besides the database. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(folder, 'postgres')))
    .map(({ name }) => name);

const twice = (text: string) => text + text;
const failures: readonly (readonly [string, Changes, RegExp])[] = [
  ['breaks a key', { table: ['cadres', twice] }, /duplicate key/],
  [
    'has a value that is none',
    { table: ['cadres', (text) => text.replace('S001', 'S001\t')] },
    /extra data/,
  ],
  [
    'has another audit log than was signed',
    { table: ['audit_log', (text) => text.replace('bootstrap', 'somebody')] },
    /audit log does not verify/,
  ],
];

describe('a restore that fails', () => {
  it.each(failures)(
    'because the backup %s leaves an empty target empty',
    async (_, change, why) => {
      const file = below(server, 'remade.age');
      await remade(good, file, change);
      const failed = await runRestore(target, [file]);
      expect(failed).toMatchObject({ code: 1, stdout: '' });
      expect(failed.stderr).toMatch(why);
      expect(failed.stderr).toContain('what they were before');
      expect(filesIn(target)).toEqual([]);
    },
  );

  it('leaves nothing in the way of the next one, of a good file', async () => {
    expect(await restored(target, good)).toMatchObject({ log: { ok: true } });
  });

  it.each(failures)(
    'because the backup %s says so over an installation, too',
    async (_, change, why) => {
      const file = below(server, 'remade.age');
      await remade(good, file, change);
      const failed = await runRestore(occupied, [file, '--replace', '--yes']);
      expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(why) });
    },
  );

  it('leaves an installation as it was, time and again', async () => {
    const still = await startServer({ dataFolder: occupied });
    expect(await seen(still, DAY)).toEqual(before);
    expect(await still.json('/api/audit/verify')).toMatchObject({ ok: true });
    await still.stop({ keep: true });
  });

  it('does not begin with a backup of a newer version', async () => {
    const file = below(server, 'remade.age');
    await remade(good, file, {
      opening: (opening) => ({
        ...opening,
        migrations: [...opening.migrations, 'FromTheFuture2000000000000'],
      }),
    });
    const refused = await runRestore(occupied, [file, '--replace', '--yes']);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('newer version') });
  });
});
