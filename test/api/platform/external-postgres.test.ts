import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExternalPostgres, startDebianPostgres } from '../../support/debian-postgres.js';
import { startServer, type TestServer } from '../../support/server.js';

let postgres: ExternalPostgres;
let server: TestServer;
beforeAll(async () => {
  postgres = await startDebianPostgres();
  server = await startServer({ env: { DATABASE_URL: postgres.url } });
});
afterAll(async () => {
  await server?.stop();
  await postgres?.stop();
});

describe("the operating system's PostgreSQL", () => {
  it('serves the product, which then starts none of its own', async () => {
    expect(Number.parseInt(postgres.version, 10)).toBeGreaterThanOrEqual(15);
    expect(await server.json('/api/health/ready')).toEqual({ status: 'ok' });
    expect(existsSync(join(server.dataFolder, 'postgres'))).toBe(false);
  });

  it('runs jobs and keeps schedules', async () => {
    const schedule = { name: 'Nightly', what: 'rankings', cron: '0 2 * * *' };
    const { id } = await server.json<{ id: number }>('/api/exports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(schedule),
    });
    await server.json(`/api/exports/${id}/run`, { method: 'POST' });
    await expect
      .poll(() => server.json(`/api/exports/${id}/runs`), { interval: 200 })
      .toMatchObject({ rows: [{ status: 'written', rowCount: 0 }] });
  });
});

it('an address that nobody answers at ends the start with a clear message', async () => {
  await expect(
    startServer({ env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' } }),
  ).rejects.toThrow(/ECONNREFUSED/);
});
