import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let officer: SignedIn;
beforeAll(async () => {
  server = await startServer();
  officer = await signedUp(server, { name: 'officer', roles: ['data-officer', 'inspector'] });
});
afterAll(() => server.stop());

/** Sends headers that `fetch` would not let through. Returns the status and the problem's kind. */
function raw(method: string, path: string, headers: Record<string, string | string[]>, body = '') {
  return new Promise<{ status: number | undefined; type: string }>((done, fail) => {
    const sent = request(server.url + path, { method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => {
        const { type = '' } = JSON.parse(text || '{}') as { type?: string };
        done({ status: answer.statusCode, type });
      });
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

const csv = 'unit_code,name\nX,Y\n';
const csvType = { 'content-type': 'text/csv' };
const importing = () => ({
  cookie: officer.cookie,
  'x-csrf-token': officer.csrfToken,
  ...csvType,
});

describe('a page of another site', () => {
  it.each([
    ['its origin', { origin: 'http://evil.example' }],
    ['no origin at all, as from a file', { origin: 'null' }],
    ['what the browser says of it', { 'sec-fetch-site': 'cross-site' }],
  ])('changes nothing in somebody’s session: %s', async (_, headers) => {
    const answer = await raw('POST', '/api/imports/units', { ...importing(), ...headers }, csv);
    expect(answer).toEqual({ status: 403, type: 'urn:probity:foreign-site' });
    expect(await server.json('/api/imports')).toMatchObject({ total: 0 });
  });

  it('neither signs anyone in', async () => {
    const credentials = JSON.stringify({ name: 'officer', password: PASSWORD });
    const headers = { 'content-type': 'application/json', origin: 'http://evil.example' };
    expect((await raw('POST', '/api/session', headers, credentials)).status).toBe(403);
  });

  it('nor reaches anything by a name of its own for this machine, whoever asks', async () => {
    const refused = { status: 421, type: 'urn:probity:unknown-host' };
    const host = 'evil.example';
    const bearer = { authorization: 'Bearer test-bootstrap-token', host };
    expect(await raw('POST', '/api/imports/units', { ...importing(), host }, csv)).toEqual(refused);
    expect(await raw('POST', '/api/imports/units', { ...bearer, ...csvType }, csv)).toEqual(
      refused,
    );
    expect(await server.json('/api/imports')).toMatchObject({ total: 0 });
    const paths = ['/api/session', '/api/rankings', '/api/health/live', '/', '/assets/none.js'];
    for (const path of paths) {
      expect(await raw('GET', path, { cookie: officer.cookie, host }), path).toEqual(refused);
      expect(await raw('GET', path, bearer), path).toEqual(refused);
    }
    const { port } = new URL(server.url);
    expect(await raw('GET', '/api/session', { ...bearer, host: `localhost:${port}` })).toEqual({
      ...{ status: 200, type: '' },
    });
  });
});

describe('a change by cookie', () => {
  it.each([
    ['no token', {}],
    ['a token of another session', { 'x-csrf-token': 'A'.repeat(43) }],
  ])('is refused with %s', async (_, extra) => {
    const headers = { cookie: officer.cookie, 'content-type': 'text/csv', ...extra };
    const answer = await raw('POST', '/api/imports/units', headers, csv);
    expect(answer).toEqual({ status: 403, type: 'urn:probity:csrf-token' });
    expect(await server.json('/api/imports')).toMatchObject({ total: 0 });
  });

  it('is taken with its own', async () => {
    const headers = { ...importing(), origin: server.url, 'sec-fetch-site': 'same-origin' };
    expect((await raw('POST', '/api/imports/units', headers, csv)).status).toBe(202);
  });
});

describe('a request that says twice who asks', () => {
  it('by two tokens', async () => {
    const authorization = ['Bearer test-bootstrap-token', 'Bearer another'];
    const answer = await raw('GET', '/api/session', { authorization });
    expect(answer).toEqual({ status: 400, type: 'urn:probity:repeated-header' });
  });

  it('by two cookies', async () => {
    const cookie = [officer.cookie, officer.cookie];
    const answer = await raw('GET', '/api/session', { cookie });
    expect(answer).toEqual({ status: 400, type: 'urn:probity:repeated-header' });
  });

  it('or what about', async () => {
    const answer = await officer.fetch('/api/rankings?band=low&band=high');
    expect(answer.status).toBe(400);
  });
});
