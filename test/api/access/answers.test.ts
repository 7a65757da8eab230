import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, PASSWORD, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { importSmallProvince, LONG_NUMBER } from '../../support/records/small-province.js';
import { startServer, type TestServer, token } from '../../support/server.js';

let database: TestDatabase;
let server: TestServer;
let inspector: SignedIn;
let link: string;

beforeAll(async () => {
  database = await startDatabase();
  // Every line that it can write, lest one be missed.
  const env = { DATABASE_URL: database.url, PROBITY_LOG_LEVEL: 'trace' };
  server = await startServer({ env });
  await importSmallProvince(server);
  inspector = await signedUp(server, { name: 'inspector', roles: ['inspector'], unitCode: 'P' });
  const issued = await inspector.json<{ path: string }>('/api/cadres/S001/links', body('POST', {}));
  link = issued.path.split('#')[1] ?? '';
});
afterAll(async () => {
  await server?.stop();
  await database?.stop();
});

const json = { 'content-type': 'application/json' };

/** Answers of every sort: lists, files, refusals, changes, progress, pages and what isn't there. */
const answers: readonly (readonly [string, RequestInit?])[] = [
  ['/api/rankings'],
  ['/api/rankings', { headers: { accept: 'text/csv' } }],
  ['/api/rankings', { headers: { accept: 'application/vnd.apache.arrow.stream' } }],
  ['/api/cadres/S001/score'],
  [`/api/cadres/${LONG_NUMBER}`],
  ['/api/cadres/NOBODY'],
  ['/api/imports/1/events'],
  ['/api/imports/1/errors.csv'],
  ['/api/heard'],
  ['/api/nothing'],
  ['/api/cadres/%zz'],
  ['/api/users', { method: 'POST', body: '{', headers: json }],
  ['/api/session', { headers: { authorization: 'Bearer forged' } }],
  ['/api/session', { method: 'OPTIONS' }],
  ['/api/health/live'],
];

const asking = (path: string, init?: RequestInit) =>
  server.fetch(path, { ...init, headers: { 'probity-link': link, ...init?.headers } });

describe('every answer of the API', () => {
  it('lies in nobody’s cache, and is told to be nothing but what it is', async () => {
    for (const [path, init] of answers) {
      const answer = await asking(path, init);
      await answer.body?.cancel();
      const { headers } = answer;
      expect({ path, ...Object.fromEntries(headers) }).toMatchObject({
        path,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'cross-origin-resource-policy': 'same-origin',
      });
      for (const absent of ['etag', 'access-control-allow-origin', 'x-powered-by', 'server']) {
        expect([path, absent, headers.get(absent)]).toEqual([path, absent, null]);
      }
    }
  });

  it('has the same answer to HEAD, without its body', async () => {
    for (const path of ['/api/rankings', '/api/cadres/NOBODY', '/api/health/live']) {
      const get = await server.fetch(path);
      await get.body?.cancel();
      const head = await server.fetch(path, { method: 'HEAD' });
      expect([path, head.status, await head.text()]).toEqual([path, get.status, '']);
    }
  });
});

it('pages say whose they are, too, and HTTPS is insisted on where there is any', async () => {
  const local = await fetch(`${server.url}/`);
  expect(local.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(local.headers.get('strict-transport-security')).toBeNull();
  const open = await startServer({ env: { PROBITY_PUBLIC_URL: 'https://probity.example.org' } });
  const answer = await open.fetch('/api/session');
  expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
  await open.stop();
});

it('a page of another site learns nothing before it asks', async () => {
  const answer = await fetch(`${server.url}/api/rankings`, {
    method: 'OPTIONS',
    headers: { origin: 'http://evil.example', 'access-control-request-method': 'GET' },
  });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

describe('the process’s own log', () => {
  it('has neither secrets nor people, whatever breaks', async () => {
    // A table that is gone breaks every answer that needs it, with the values it was asked about.
    const { client } = database;
    await client.query('ALTER TABLE cadres RENAME TO cadres_away');
    for (const path of [
      `/api/cadres/${LONG_NUMBER}`,
      `/api/cadres/${LONG_NUMBER}/score?asOf=2026-06-30`,
      '/api/cadres?q=Chang',
      '/api/heard',
    ]) {
      const answer = await inspector.fetch(path, { headers: { 'probity-link': link } });
      expect([path, answer.status]).toEqual([path, 500]);
      expect(await answer.text()).not.toMatch(/cadres_away|relation|SELECT|\/dist\//);
    }
    await client.query('ALTER TABLE cadres_away RENAME TO cadres');
    const log = server.output();
    expect(log.match(/unexpected failure/g)?.length).toBeGreaterThanOrEqual(4);
    const secrets = [token, PASSWORD, link, inspector.csrfToken, inspector.cookie.split('=')[1]];
    const people = [LONG_NUMBER, 'Chang', 'Zhang'];
    for (const text of [...secrets, ...people]) expect(log).not.toContain(text);
  });
});
