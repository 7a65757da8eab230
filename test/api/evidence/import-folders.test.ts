import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { startServer, type TestServer } from '../../support/server.js';

let database: TestDatabase;
const servers: TestServer[] = [];

beforeAll(async () => {
  database = await startDatabase();
  const env = { DATABASE_URL: database.url };
  servers.push(await startServer({ env }), await startServer({ env }));
});

afterAll(async () => {
  for (const server of servers) await server.stop();
  await database?.stop();
});

it('two processes with folders of their own each take in what they were sent', async () => {
  const sent = await Promise.all(
    Array.from({ length: 8 }, async (_, number) => {
      const server = servers[number % 2] as TestServer;
      const { id } = await server.json<{ id: number }>('/api/imports/units', {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: `unit_code,name\nU${number},Unit ${number}\n`,
      });
      const events = await server.fetch(`/api/imports/${id}/events`);
      await events.text();
      return server.json<{ status: string; accepted: number }>(`/api/imports/${id}`);
    }),
  );
  expect(sent).toEqual(
    Array.from({ length: 8 }, () => expect.objectContaining({ status: 'committed', accepted: 1 })),
  );
});

it('a process that is told to end has its database until its work is done', async () => {
  const [ending, other] = servers as [TestServer, TestServer];
  await other.stop();
  const held = new pg.Client({ connectionString: database.url });
  const watching = new pg.Client({ connectionString: database.url });
  await Promise.all([held.connect(), watching.connect()]);
  const one = async (sql: string) => (await watching.query<{ value: unknown }>(sql)).rows[0]?.value;
  // No import commits while this transaction goes on.
  await held.query('BEGIN; SELECT FROM commit_clock FOR UPDATE');
  const { id } = await ending.json<{ id: number }>('/api/imports/units', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: 'unit_code,name\nLAST,Last\n',
  });
  const status = () => one(`SELECT status AS value FROM imports WHERE id = ${id}`);
  await vi.waitFor(async () => expect(await status()).toBe('running'), usual);
  ending.process.kill('SIGINT');
  // Its rooms are closed one after another; the audit log's is closed before that of the jobs.
  const logging = () =>
    one(
      `SELECT count(*)::int AS value FROM pg_stat_activity WHERE application_name = 'probity-audit'`,
    );
  await vi.waitFor(async () => expect(await logging()).toBe(0), usual);
  // It goes on looking for work that nobody told it of.
  const looked = () =>
    one(`SELECT max(query_start)::text AS value FROM pg_stat_activity
      WHERE query LIKE '%FROM removals' AND pid <> pg_backend_pid()`);
  const before = await looked();
  await vi
    .waitFor(async () => expect(await looked()).not.toBe(before), usual)
    .finally(() => held.query('ROLLBACK'));
  await ending.stop();
  expect(await status()).toBe('committed');
  expect(ending.output()).not.toContain('Cannot use a pool');
  await Promise.all([held.end(), watching.end()]);
});

const usual = { timeout: 20_000, interval: 50 };
