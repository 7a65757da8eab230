import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringPeople, type Verification } from '../../support/audit.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { startServer, type TestServer } from '../../support/server.js';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await bringPeople(server);
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

const appending = (right: 'GRANT' | 'REVOKE') =>
  database.client.query(
    `${right} EXECUTE ON FUNCTION audit_append(bytea[]) ${right === 'GRANT' ? 'TO' : 'FROM'} probity_audit_appender`,
  );

interface Document {
  readonly paths: Record<string, Record<string, unknown>>;
}

/** Every operation of the API, with values for its parameters. */
async function operations(): Promise<[method: string, path: string][]> {
  const { paths } = await server.json<Document>('/api/openapi.json');
  const values: Record<string, string> = {
    staffNo: 'S1',
    person: 'S1',
    code: 'A',
    kind: 'cadres',
    file: 'cadres.csv',
    id: '1',
    name: 'x',
    version: '1',
    runId: '1',
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method): [string, string] => [
      method.toUpperCase(),
      path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '1'),
    ]),
  );
}

const unaudited = ['/api/health/live', '/api/health/ready', '/api/metrics'];

describe('without the right to append', () => {
  it('every route answers 503 and serves nothing, and again by itself once it may', async () => {
    const routes = await operations();
    expect(routes.length).toBeGreaterThan(30);
    await appending('REVOKE');
    for (const [method, path] of routes) {
      const body = method === 'GET' ? {} : { body: '{}' };
      const headers = { 'content-type': 'application/json' };
      const answer = await server.fetch(path, { method, headers, ...body });
      const text = await answer.text();
      if (unaudited.includes(path)) {
        expect(answer.status, path).toBe(200);
        continue;
      }
      expect(answer.status, `${method} ${path}`).toBe(503);
      expect(JSON.parse(text), path).toMatchObject({ type: 'urn:probity:audit-log-unavailable' });
      expect(text.replaceAll(path, '')).not.toMatch(/S1|王一/);
    }
    await appending('GRANT');
    expect(await server.json('/api/cadres/S1')).toMatchObject({ staffNo: 'S1' });
  });

  it('nothing is changed either', async () => {
    const runs = async () => (await database.client.query('SELECT id FROM imports')).rows;
    const before = await runs();
    await appending('REVOKE');
    const answer = await server.fetch('/api/imports/cadres', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: 'staff_no,name\nS4,赵四\n',
    });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ detail: expect.stringMatching(/served|changed/) });
    await appending('GRANT');
    expect(await runs()).toEqual(before);
  });

  it('files and progress are refused like everything else', async () => {
    await appending('REVOKE');
    for (const [path, accept] of [
      ['/api/rankings', 'text/csv'],
      ['/api/rankings', 'application/vnd.apache.arrow.stream'],
      ['/api/imports/1/events', 'text/event-stream'],
    ] as const) {
      const answer = await server.fetch(path, { headers: { accept } });
      expect(answer.status, accept).toBe(503);
      expect(answer.headers.get('content-type')).toMatch('application/problem+json');
      expect(await answer.text()).not.toContain('S1');
    }
    await appending('GRANT');
  });

  it('the log is whole afterwards', async () => {
    expect(await server.json<Verification>('/api/audit/verify')).toMatchObject({ ok: true });
  });
});

it('a connection that the database cuts is made anew unseen', async () => {
  for (let cut = 0; cut < 10; cut++) {
    const { rowCount } = await database.client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'probity-audit'`,
    );
    expect(rowCount).toBe(1);
    expect(await server.json('/api/cadres/S1')).toMatchObject({ staffNo: 'S1' });
  }
});

describe('those who may append', () => {
  it.each([
    "UPDATE audit_log SET subject = 'nobody'",
    'DELETE FROM audit_log',
    'TRUNCATE audit_log',
    'DELETE FROM audit_head',
    'UPDATE audit_head SET seq = 0',
    'SELECT * FROM audit_log',
    'INSERT INTO audit_log SELECT * FROM audit_log',
    'DROP TABLE audit_log',
    'ALTER TABLE audit_log DISABLE TRIGGER ALL',
  ])('may do nothing else: %s', async (statement) => {
    const { client } = database;
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE probity_audit_appender');
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    await client.query('ROLLBACK');
  });

  it.each([
    'UPDATE audit_log SET subject = subject',
    'DELETE FROM audit_log',
    'TRUNCATE audit_log',
  ])('are told the same as the superuser by triggers, replica or not: %s', async (statement) => {
    const { client } = database;
    for (const role of ['origin', 'replica']) {
      await client.query('BEGIN');
      await client.query(`SET LOCAL session_replication_role = ${role}`);
      await expect(client.query(statement)).rejects.toThrow(/only ever appended to/);
      await client.query('ROLLBACK');
    }
  });
});
