import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryDataFolder } from '../../../api/dist/platform/database/embedded-binaries.js';
import { bringPeople, type LogEntry, type Verification } from '../../support/audit.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { startServer, type TestServer } from '../../support/server.js';

let database: TestDatabase;
let servers: TestServer[];
beforeAll(async () => {
  // One that has no roles of the product yet.
  database = await startDatabase(temporaryDataFolder());
  const env = { DATABASE_URL: database.url };
  const first = await startServer({ env });
  await bringPeople(first);
  servers = [first, await startServer({ env })];
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  await database.stop();
});

async function metric(server: TestServer, name: string): Promise<number> {
  const text = await (await server.fetch('/api/metrics')).text();
  return Number(new RegExp(`^probity_audit_${name}_total (\\d+)$`, 'm').exec(text)?.[1]);
}

const ask = async (server: TestServer, path: string) => {
  const answer = await server.fetch(path);
  expect(answer.status).toBe(200);
  await answer.text();
  return answer.headers.get('x-request-id');
};

const people = ['S1', 'S2', 'S3'];

describe('requests that come together', () => {
  it('are all chained, several to a commit', async () => {
    const [server] = servers as [TestServer];
    const [entries, groups] = [await metric(server, 'entries'), await metric(server, 'groups')];
    const ids = await Promise.all(
      Array.from({ length: 50 }, (_, at) => ask(server, `/api/cadres/${people[at % 3]}`)),
    );
    const [made, commits] = [
      (await metric(server, 'entries')) - entries,
      (await metric(server, 'groups')) - groups,
    ];
    expect(made).toBe(50);
    expect(commits).toBeLessThan(50);
    const { rows } = await server.json<{ rows: LogEntry[] }>('/api/audit?limit=50');
    expect(new Set(rows.map(({ requestId }) => requestId))).toEqual(new Set(ids));
    expect(rows.every((row) => row.people[0] === row.parameters.path.staffNo)).toBe(true);
  });

  it('of two processes on one database make one chain', async () => {
    const [first, second] = servers as [TestServer, TestServer];
    const head = async () =>
      (await database.client.query<{ seq: string }>('SELECT seq FROM audit_head')).rows[0]?.seq;
    const before = Number(await head());
    const ids = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        ask(at % 2 ? first : second, `/api/cadres/${people[at % 3]}`),
      ),
    );
    expect(Number(await head())).toBe(before + 100);
    const { rows } = await database.client.query<{ request_id: string }>(
      'SELECT request_id FROM audit_log WHERE seq > $1',
      [before],
    );
    expect(new Set(rows.map((row) => row.request_id))).toEqual(new Set(ids));
    // Each has a key and a file of checkpoints of its own; the chain is the same.
    for (const server of servers) {
      await server.json('/api/audit/checkpoints', { method: 'POST' });
      expect(await server.json<Verification>('/api/audit/verify')).toMatchObject({ ok: true });
    }
  });
});
