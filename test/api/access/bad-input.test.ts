import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from '../../support/raw-request.js';
import { startServer, type TestServer, token } from '../../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const json = { 'content-type': 'application/json' };
/** A body as it stands, which `JSON.stringify` would not write so. */
const sent = (method: string, body: BodyInit, headers: Record<string, string> = {}) => ({
  method,
  body,
  headers: { ...json, ...headers },
});

/** What an answer says, with its status; it must not say where or on what it broke. */
async function told(path: string, init?: RequestInit) {
  const answer = await server.fetch(path, init);
  const text = await answer.text();
  expect(text).not.toMatch(/node_modules|\.js:\d|SELECT|pg_|syntax error/);
  return { status: answer.status, text };
}

const half = String.raw`\ud800`;
const nul = String.raw`\u0000`;
const mapping = (columns: string) => `{"source":"units","columns":${columns}}`;
const schedule = (filters: string) =>
  `{"name":"n","what":"rankings","cron":"0 3 1 1 1","filters":${filters}}`;

describe('text that no database keeps', () => {
  it.each([
    ['NUL in a value', '/api/mappings/m', mapping(`{"unit_code":"a${nul}"}`)],
    ['NUL in a name', '/api/mappings/m', mapping(`{"a${nul}":"b"}`)],
    ['half a character in a value', '/api/mappings/m', mapping(`{"unit_code":"${half}"}`)],
    ['half a character in a name', '/api/mappings/m', mapping(`{"${half}":"b"}`)],
    ['half a character in a filter', '/api/exports', schedule(`{"q":"${half}"}`)],
    ['half a character in a text', '/api/tokens', `{"role":"leader","name":"${half}"}`],
  ])('is refused: %s', async (_, path, body) => {
    const method = path === '/api/mappings/m' ? 'PUT' : 'POST';
    expect(await told(path, sent(method, body))).toMatchObject({
      status: 400,
      text: expect.stringContaining('bad-parameter'),
    });
  });

  it.each([
    ['/api/cadres/%00'],
    ['/api/cadres?q=%00'],
    ['/api/cadres/%ED%A0%80'],
    ['/api/units/%zz/summary'],
  ])('is refused in an address: %s', async (path) => {
    expect(await told(path)).toMatchObject({ status: 400 });
  });
});

describe('a body that is not what it should be', () => {
  it.each([
    ['a list for an object', '[{"role":"leader"}]'],
    ['nothing for an object', 'null'],
    ['a list for a text', '{"role":["leader"]}'],
    ['an object for a text', '{"role":{"$ne":"x"}}'],
    ['a name twice, the last one wrong', '{"role":"leader","role":"emperor"}'],
    ['cut short', '{"role":"leader"'],
    ['a number beyond all numbers', '{"role":"leader","days":1e400}'],
    ['a member too many', '{"role":"leader","subject":"administrator"}'],
    ['nested a hundred thousand deep', `${'{"role":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['a form', 'role=leader', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['JSON under another name', '{"role":"leader"}', { 'content-type': 'text/plain' }],
  ] as [string, string, Record<string, string>?][])('is refused: %s', async (_, body, headers) => {
    expect(await told('/api/tokens', sent('POST', body, headers))).toMatchObject({ status: 400 });
    expect(await server.json('/api/tokens')).toMatchObject({ total: 0 });
  });

  it.each([
    ['two megabytes', `{"role":"${'a'.repeat(2_000_000)}"}`, {}],
    ['gzip', gzipSync(Buffer.alloc(30_000_000, ' ')), { 'content-encoding': 'gzip' }],
    ['brotli', brotliCompressSync(Buffer.alloc(30_000_000, ' ')), { 'content-encoding': 'br' }],
  ])('is too large, however it is packed: %s', async (_, body, headers) => {
    expect(await told('/api/tokens', sent('POST', body, headers))).toMatchObject({ status: 413 });
  });

  it.each([['__proto__'], ['constructor'], ['prototype']])(
    'changes no object: %s',
    async (name) => {
      const filters = `{"${name}":"polluted","a":{"${name}":"polluted"}}`;
      await told('/api/exports', sent('POST', schedule(filters)));
      await told('/api/mappings/m', sent('PUT', mapping(`{"${name}":"polluted"}`)));
      await told(
        '/api/policies',
        sent('POST', `{"note":"x","changes":{"${name}":{"polluted":1}}}`),
      );
      await told(`/api/rankings?${name}=polluted`);
      const session = await server.json<object>('/api/session');
      expect(JSON.stringify(session)).not.toContain('polluted');
      const policy = await server.json<{ document: object }>('/api/policies/current');
      expect(JSON.stringify(policy.document)).not.toContain('polluted');
    },
  );
});

describe('parameters', () => {
  it.each([
    ['twice', 'unit=A&unit=B'],
    ['as a list', 'unit[]=A'],
    ['as an object', 'q[$ne]=A'],
    ['nobody knows', 'isAdministrator=true'],
    ['far too long', `q=${'a'.repeat(10_000)}`],
    ['two thousand', Array.from({ length: 1_500 }, (_, at) => `p${at}=`).join('&')],
    ['a number beyond the table’s', 'scoreFrom=1e308'],
    ['no number', 'scoreFrom=NaN'],
    ['past every end', 'offset=99999999999999999999'],
    ['a date that isn’t', 'asOf=2024-02-30'],
  ])('are refused: %s', async (_, query) => {
    expect(await told(`/api/rankings?${query}`)).toMatchObject({ status: 400 });
  });

  it('of a megabyte are not even read', async () => {
    expect((await told(`/api/cadres?q=${'a'.repeat(1_000_000)}`)).status).toBe(431);
  });

  it.each([
    ['/api/cadres/..%2f..%2fusers', 404],
    ['/api/templates/..%2f..%2fpackage.json', 400],
    ['/api/imports/9007199254740991', 404],
    ['/api/imports/9223372036854775808', 400],
    ['/api/imports/-1', 400],
    ["/api/units/'%3B%20DROP%20TABLE%20units%3B--/summary", 404],
  ])('in the path lead nowhere else: %s', async (path, status) => {
    expect(await told(path)).toMatchObject({ status });
  });
});

describe('another method than the route’s', () => {
  it.each([['X-HTTP-Method-Override'], ['X-Method-Override'], ['X-HTTP-Method']])(
    'is not taken from %s',
    async (header) => {
      const made = await server.json<{ id: number }>(
        '/api/tokens',
        sent('POST', '{"role":"leader"}'),
      );
      const init = { method: 'POST', headers: { [header]: 'DELETE' } };
      expect(await told(`/api/tokens/${made.id}?_method=DELETE`, init)).toMatchObject({
        status: 404,
      });
      const { rows } = await server.json<{ rows: { revokedAt: string | null }[] }>('/api/tokens');
      expect(rows[0]?.revokedAt).toBeNull();
    },
  );

  it.each([['OPTIONS'], ['PATCH'], ['PROPFIND'], ['TRACE']])('is not there: %s', async (method) => {
    const answer = await rawRequest(
      server.url,
      `${method} /api/users HTTP/1.1`,
      'Host: 127.0.0.1',
      'X-Mirror: do-not-echo',
      'Connection: close',
      '\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(answer).not.toContain('do-not-echo');
  });

  it('HEAD asks for the same rights as GET, and is recorded', async () => {
    const anonymous = await fetch(`${server.url}/api/users`, { method: 'HEAD' });
    expect(anonymous.status).toBe(401);
    expect((await server.fetch('/api/users', { method: 'HEAD' })).status).toBe(200);
    const log = await server.json('/api/audit?action=Users_list&limit=1');
    expect(log).toMatchObject({ rows: [{ method: 'HEAD', subject: 'bootstrap' }] });
  });
});

it('a request for two hosts is refused, whichever comes first', async () => {
  for (const hosts of [
    ['Host: 127.0.0.1', 'Host: elsewhere.example'],
    ['Host: elsewhere.example', 'Host: 127.0.0.1'],
  ]) {
    const start = ['GET /api/health/live HTTP/1.1', ...hosts, 'Connection: close', '\r\n'];
    const answer = await rawRequest(server.url, ...start);
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain('urn:probity:repeated-header');
  }
});

describe('two requests that want to be taken for one', () => {
  const smuggled = ['GET /api/session HTTP/1.1', 'Host: 127.0.0.1', '\r\n'];
  const start = ['POST /api/tokens HTTP/1.1', 'Host: 127.0.0.1', `Authorization: Bearer ${token}`];

  it.each([
    ['two lengths of different kinds', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
    ['two lengths', ['Content-Length: 2', 'Content-Length: 5']],
    ['two encodings', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity']],
    ['an encoding with a space before its colon', ['Transfer-Encoding : chunked']],
    ['a header on two lines', ['X-A: b', ' c: d']],
  ])('are refused, and the connection is closed: %s', async (_, headers) => {
    const answer = await rawRequest(server.url, ...start, ...headers, '', '0', '', ...smuggled);
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });
});

it('none of this was unexpected', () => {
  expect(server.output()).not.toContain('unexpected failure');
});
