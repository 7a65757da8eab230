import { afterAll, beforeAll, expect, it } from 'vitest';
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
