import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryDataFolder } from '../../../api/dist/platform/database/embedded-binaries.js';
import {
  backUp,
  backupEnv,
  restored,
  runRestore,
  seen,
  type WrittenBackup,
} from '../../support/backup/backups.js';
import { type ExternalPostgres, startDebianPostgres } from '../../support/debian-postgres.js';
import { importFile } from '../../support/records/imports.js';
import { DAY, importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let postgres: ExternalPostgres;
let backup: WrittenBackup;
let before: Record<string, unknown>;
const folders: string[] = [];
const newFolder = () => {
  const folder = temporaryDataFolder();
  folders.push(folder);
  return folder;
};
beforeAll(async () => {
  postgres = await startDebianPostgres();
  server = await startServer({ env: backupEnv });
  await importSmallProvince(server);
  before = await seen(server, DAY);
  backup = await backUp(server);
});
afterAll(async () => {
  await server.stop();
  await postgres.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function onPostgres(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** The address of an empty database that belongs to a new user with some attributes. */
async function databaseOf(user: string, attributes: string): Promise<string> {
  await onPostgres(
    `CREATE ROLE ${user} LOGIN PASSWORD 'plain' ${attributes}`,
    `CREATE DATABASE ${user} OWNER ${user}`,
  );
  const url = new URL(postgres.url);
  url.username = user;
  url.password = 'plain';
  url.pathname = `/${user}`;
  return url.href;
}

describe('a backup of the embedded database', () => {
  it.each([
    ['restores_all', 'SUPERUSER'],
    ['restores_roles', 'CREATEROLE'],
    ['restores_plain', ''],
  ])(
    'is restored by %s (%s) of another PostgreSQL, and back from there',
    { timeout: 240_000 },
    async (user, may) => {
      const env = { DATABASE_URL: await databaseOf(user, may) };
      const folder = newFolder();
      const found = await restored(folder, backup.path, [], env);
      expect(found).toMatchObject({ rowCount: backup.rowCount, log: { ok: true } });
      expect(existsSync(join(folder, 'postgres'))).toBe(false);

      const there = await startServer({ dataFolder: folder, env: { ...env, ...backupEnv } });
      expect(await seen(there, DAY)).toEqual(before);
      expect(await there.json('/api/audit/verify')).toMatchObject({ ok: true });
      await importFile(there, 'cadres', ['staff_no,name', 'S900,New']);
      const second = await backUp(there);
      await there.stop({ keep: true });

      const replaced = await restored(folder, second.path, ['--replace', '--yes'], env);
      expect(replaced.rowCount).toBe(second.rowCount);

      const home = newFolder();
      await restored(home, second.path);
      const back = await startServer({ dataFolder: home });
      expect((await back.fetch('/api/cadres/S900')).status).toBe(200);
      expect(await back.json('/api/audit/verify')).toMatchObject({ ok: true });
      await back.stop({ keep: true });
    },
  );

  it('is not restored into a database that holds something else', async () => {
    const DATABASE_URL = await databaseOf('somebody_else', '');
    const client = new pg.Client({ connectionString: DATABASE_URL });
    await client.connect();
    await client.query('CREATE TABLE accounts (id int)');
    const refused = await runRestore(newFolder(), [backup.path, '--replace', '--yes'], {
      DATABASE_URL,
    });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('something else') });
    const { rows } = await client.query("SELECT FROM pg_tables WHERE schemaname = 'public'");
    expect(rows).toHaveLength(1);
    await client.end();
  });
});
