import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CookieJar,
  type IdentityProvider,
  startIdentityProvider,
} from '../../support/access/oidc.js';
import { anonymously, body, makeAccount } from '../../support/access/sign-in.js';
import { entriesOf } from '../../support/audit.js';
import { freePort, startServer, type TestServer } from '../../support/server.js';

let provider: IdentityProvider;
let server: TestServer;
let accountId: number;

beforeAll(async () => {
  const port = await freePort();
  const back = `http://127.0.0.1:${port}/api/session/oidc/return`;
  provider = await startIdentityProvider(back);
  server = await startServer({
    env: {
      PORT: String(port),
      PROBITY_LOG_LEVEL: 'trace',
      PROBITY_OIDC_ISSUER: provider.issuer,
      PROBITY_OIDC_CLIENT_ID: 'probity',
      PROBITY_OIDC_CLIENT_SECRET: 'between-the-two',
    },
  });
  accountId = await makeAccount(server, {
    name: 'wang.wu',
    roles: ['inspector'],
    oidcName: 'Wang.Wu',
  });
  await makeAccount(server, {
    name: 'by.mail',
    roles: ['inspector'],
    oidcName: 'mail@example.org',
  });
});
afterAll(async () => {
  await server.stop();
  await provider.stop();
});

const isReturn = (at: string) => at.includes('/oidc/return');

/** Signs in at the provider. Returns the address that it sends the browser back to. */
const through = (jar: CookieJar, login: string) =>
  jar.follow(`${server.url}/api/session/oidc`, login, isReturn);

const whoIs = async (jar: CookieJar) => {
  const answer = await jar.fetch(`${server.url}/api/session`);
  return answer.status === 200 ? ((await answer.json()) as { name: string }).name : answer.status;
};

describe('somebody whom the provider knows', () => {
  it('signs in to the account that an administrator meant, and to the same one under another name', async () => {
    const jar = new CookieJar();
    const answer = await jar.fetch(await through(jar, 'wang.wu'));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('content="0;url=/"');
    expect(await whoIs(jar)).toBe('wang.wu');
    expect([...jar.cookies(server.url).keys()]).toEqual(['probity']);
    expect(await entriesOf(server, answer)).toMatchObject([{ subject: 'wang.wu', status: 200 }]);
    expect(await server.json(`/api/users/${accountId}`)).toMatchObject({ signIn: { oidc: true } });
  });

  it('is found by the email only where the provider has verified it', async () => {
    const unverified = new CookieJar();
    const refused = await unverified.fetch(await through(unverified, 'mail'));
    expect(refused.status).toBe(401);
    expect(await whoIs(unverified)).toBe(401);
    const verified = new CookieJar();
    await verified.fetch(await through(verified, 'mail?verified'));
    expect(await whoIs(verified)).toBe('by.mail');
  });

  it('is not signed in without an account, nor given one', async () => {
    const jar = new CookieJar();
    const answer = await jar.fetch(await through(jar, 'stranger'));
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('/sign-in#provider-refused');
    expect(await entriesOf(server, answer)).toMatchObject([
      { subject: 'anonymous', denied: 'unknown-account', status: 401 },
    ]);
    expect(await server.json('/api/users?name=stranger')).toMatchObject({ total: 0 });
  });

  it('is not taken for another who has the name now', async () => {
    const jar = new CookieJar();
    const answer = await jar.fetch(await through(jar, 'wang.wu?other-subject'));
    expect(answer.status).toBe(401);
  });

  it('is not signed in while the account is disabled', async () => {
    await server.json(`/api/users/${accountId}/disable`, { method: 'POST' });
    const jar = new CookieJar();
    const answer = await jar.fetch(await through(jar, 'wang.wu'));
    expect(answer.status).toBe(401);
    expect(await entriesOf(server, answer)).toMatchObject([
      { subject: 'wang.wu', denied: 'disabled' },
    ]);
    await server.json(`/api/users/${accountId}/enable`, { method: 'POST' });
  });
});

describe('a return from the provider', () => {
  it('is worth nothing in another browser, a second time, or with another state', async () => {
    const jar = new CookieJar();
    const back = await through(jar, 'wang.wu');
    const another = new CookieJar();
    expect((await another.fetch(back)).status).toBe(401);
    const elsewhere = new URL(back);
    elsewhere.searchParams.set('state', 'of somebody else');
    const flow = [...jar.cookies(server.url)];
    expect((await jar.fetch(elsewhere.href)).status).toBe(401);
    for (const [name, value] of flow) jar.cookies(server.url).set(name, value);
    expect((await jar.fetch(back)).status).toBe(200);
    for (const [name, value] of flow) jar.cookies(server.url).set(name, value);
    expect((await jar.fetch(back)).status).toBe(401);
    const forged = new CookieJar();
    forged.cookies(server.url).set('probity-oidc', 'AAAA');
    expect((await forged.fetch(back)).status).toBe(401);
  });

  it('leaves neither its code nor its state in a log', async () => {
    const jar = new CookieJar();
    const back = await through(jar, 'wang.wu');
    await (await jar.fetch(back)).text();
    const log = JSON.stringify(await server.json('/api/audit?limit=1000')) + server.output();
    const given = new URL(back).searchParams;
    expect(given.get('code')).toMatch(/^[\w-]{20,}$/);
    for (const secret of ['code', 'state']) expect(log).not.toContain(given.get(secret));
  });
});

it('an administrator who has signed in with the provider has enrolled', async () => {
  await makeAccount(server, {
    name: 'admin.chen',
    roles: ['administrator', 'auditor'],
    oidcName: 'admin.chen',
  });
  const jar = new CookieJar();
  await jar.fetch(await through(jar, 'admin.chen'));
  expect(await whoIs(jar)).toBe('admin.chen');
  expect((await server.fetch('/api/session')).status).toBe(401);
  const ways = await (await anonymously(server, '/api/session/ways')).json();
  expect(ways).toMatchObject({ password: true, oidc: true, setup: false });
  const totp = await jar.fetch(`${server.url}/api/session/totp`, body('POST', { password: 'x' }));
  expect(totp.status).toBe(403);
});

it('a provider that does not answer is said to be the one that fails', async () => {
  const alone = await startServer({
    env: {
      PROBITY_OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`,
      PROBITY_OIDC_CLIENT_ID: 'probity',
      PROBITY_OIDC_CLIENT_SECRET: 'between-the-two',
    },
  });
  const answer = await anonymously(alone, '/api/session/oidc');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('/sign-in#provider-unreachable');
  await alone.stop();
});

it.each([
  [{ PROBITY_OIDC_ISSUER: 'http://provider.example' }, /PROBITY_OIDC_ISSUER: not an https/],
  [{ PROBITY_OIDC_ISSUER: 'https://provider.example' }, /PROBITY_OIDC_CLIENT_ID: is missing/],
  [{ PROBITY_PUBLIC_URL: 'http://127.0.0.1' }, /PROBITY_PUBLIC_URL: not an https/],
  [{ PROBITY_TRUSTED_PROXIES: '10.0.0.0/8, everyone' }, /PROBITY_TRUSTED_PROXIES: not a list/],
])('settings that would not be safe are refused: %j', async (env, message) => {
  await expect(startServer({ env })).rejects.toThrow(message);
});
