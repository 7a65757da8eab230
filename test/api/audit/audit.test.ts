import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringPeople, entriesOf } from '../../support/audit.js';
import { probity } from '../../support/cli.js';
import { fresh } from '../../support/records/importing.js';
import { startServer, type TestServer } from '../../support/server.js';

const sha256 = (body: Buffer) => createHash('sha256').update(body).digest('hex');

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await bringPeople(server);
  await fresh(server, '/api/rankings?unit=B&limit=10');
});
afterAll(() => server.stop());

describe('an answer about people', () => {
  it('is recorded with everyone whom it shows', async () => {
    const answer = await server.fetch('/api/rankings?unit=B&limit=10');
    const { rows } = (await answer.json()) as { rows: { staffNo: string }[] };
    expect(rows.map(({ staffNo }) => staffNo)).toEqual(['S2', 'S3']);
    const [entry, ...others] = await entriesOf(server, answer);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      subject: 'bootstrap',
      action: 'Rankings_list',
      phase: 'answered',
      method: 'GET',
      route: '/api/rankings',
      parameters: { path: {}, query: { unit: 'B', limit: '10' } },
      people: ['S2', 'S3'],
      outcome: 'served',
      status: 200,
      denied: null,
    });
  });

  it('is recorded with the person whom its address names', async () => {
    const answer = await server.fetch('/api/cadres/S1/records');
    await answer.text();
    expect(await entriesOf(server, answer)).toMatchObject([
      { action: 'Cadres_dossier', parameters: { path: { staffNo: 'S1' } }, people: ['S1'] },
    ]);
  });

  it('is recorded before its first byte and with its digest before its last as text/csv', async () => {
    const answer = await server.fetch('/api/rankings', { headers: { accept: 'text/csv' } });
    const body = Buffer.from(await answer.arrayBuffer());
    expect(await entriesOf(server, answer)).toMatchObject([
      { phase: 'opened', status: 200, sha256: null, byteCount: null },
      { phase: 'completed', rowCount: 3, byteCount: body.length, sha256: sha256(body) },
    ]);
  });

  it('is recorded with its digest as an Arrow stream', async () => {
    const accept = 'application/vnd.apache.arrow.stream';
    const answer = await server.fetch('/api/rankings', { headers: { accept } });
    const body = Buffer.from(await answer.arrayBuffer());
    expect((await entriesOf(server, answer)).at(-1)).toMatchObject({
      rowCount: 3,
      byteCount: body.length,
      sha256: sha256(body),
    });
  });
});

describe('a change', () => {
  it('is recorded before it is carried out, and again before its answer leaves', async () => {
    const answer = await server.fetch('/api/scoring/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"asOf":"2026-01-01"}',
    });
    await answer.text();
    expect(await entriesOf(server, answer)).toMatchObject([
      { phase: 'asked', outcome: 'asked', status: null, method: 'POST' },
      { phase: 'answered', outcome: 'served', status: 202 },
    ]);
  });
});

describe('a refusal', () => {
  it.each([
    ['a token that nobody knows', '/api/cadres/S1', 'Bearer who-is-this', 'anonymous', 'bad-token'],
    ['a bad parameter', '/api/rankings?limit=all', undefined, 'bootstrap', 'bad-parameter: limit'],
    ['a person who is not there', '/api/cadres/S9', undefined, 'bootstrap', 'not-found'],
    ['an unknown address', '/api/nothing', undefined, 'unknown', 'refused'],
  ])('is recorded with why: %s', async (_, path, authorization, subject, denied) => {
    const answer = await server.fetch(path, authorization ? { headers: { authorization } } : {});
    await answer.text();
    const entries = await entriesOf(server, answer);
    expect(entries).toMatchObject([
      { phase: 'answered', outcome: 'refused', status: answer.status, subject, denied },
    ]);
  });

  it('of a body that is no JSON is recorded too', async () => {
    const answer = await server.fetch('/api/scoring/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"asOf',
    });
    await answer.text();
    expect(await entriesOf(server, answer)).toMatchObject([{ status: 400, outcome: 'refused' }]);
  });
});

describe('what is not about anyone', () => {
  it.each(['/api/health/live', '/api/health/ready', '/api/metrics', '/api/openapi.json', '/'])(
    '%s is not recorded',
    async (path) => {
      const answer = await server.fetch(path);
      await answer.text();
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(await entriesOf(server, answer)).toEqual([]);
    },
  );
});

describe('odd requests', () => {
  it.each([
    ['NUL', 'q=%00x'],
    ['half a surrogate pair', 'q=%ED%A0%80'],
    ['a parameter too long for an index', `q=${'长'.repeat(190)}&unit=${'x'.repeat(190)}`],
    ['a parameter given twice', 'unit=A&unit=B'],
    ['a name that JavaScript knows', '__proto__=1&constructor=2'],
  ])('%s can be recorded', async (_, query) => {
    const answer = await server.fetch(`/api/rankings?${query}`);
    await answer.text();
    expect(answer.status).toBeLessThan(500);
    expect(await entriesOf(server, answer)).toHaveLength(1);
  });

  it('a staff number of thousands of characters can be recorded', async () => {
    const answer = await server.fetch(`/api/cadres/${'%F0%A0%80%80'.repeat(900)}`);
    await answer.text();
    expect(answer.status).toBeLessThan(500);
    expect((await entriesOf(server, answer))[0]?.people[0]).toHaveLength(200);
  });
});

describe('after all that', () => {
  it('the log is whole', async () => {
    await server.json('/api/audit/checkpoints', { method: 'POST' });
    const verified = await probity(server.url, ['audit', 'verify', '--json']);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
    expect(verified.code).toBe(0);
  });
});
