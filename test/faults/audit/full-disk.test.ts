import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SERVER_UID } from '../../../api/src/platform/database/embedded-binaries.js';
import { bringPeople } from '../../support/audit.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { startServer, type TestServer } from '../../support/server.js';
import { mountSmallDisk, type SmallDisk } from '../../support/small-disk.js';

/** More than the entries that still fit into the pages that the log has already. */
const MOST_REQUESTS = 500;

let disk: SmallDisk;
let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  disk = mountSmallDisk(8);
  const folder = join(disk.folder, 'log');
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, SERVER_UID, SERVER_UID);
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await bringPeople(server);
  await database.client.query(`CREATE TABLESPACE small LOCATION '${folder}'`);
  await database.client.query('ALTER TABLE audit_log SET TABLESPACE small');
});
afterAll(async () => {
  await server.stop();
  await database.stop();
  disk.stop();
});

it('a full disk means that nothing is served, until there is room again', async () => {
  disk.fill();
  let answer = await server.fetch('/api/cadres/S1');
  for (let asked = 0; answer.status === 200 && asked < MOST_REQUESTS; asked++) {
    await answer.text();
    answer = await server.fetch('/api/cadres/S1');
  }
  expect(answer.status).toBe(503);
  expect(await answer.text()).not.toContain('王一');
  expect(server.output()).toMatch(/No space left on device/);

  disk.empty();
  expect(await server.json('/api/cadres/S1')).toMatchObject({ name: '王一' });
  expect(await server.json('/api/audit/verify')).toMatchObject({ ok: true });
});
