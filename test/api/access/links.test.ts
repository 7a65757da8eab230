import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anonymously,
  attempt,
  body,
  cookieOf,
  enrol,
  makeAccount,
  PASSWORD,
  sessionOf,
  signedUp,
  signIn,
} from '../../support/access/sign-in.js';
import { entriesOf } from '../../support/audit.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { startServer, type TestServer } from '../../support/server.js';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

const redeem = (token: string, more: object = { password: PASSWORD }, cookie = '') =>
  anonymously(server, '/api/session/link', {
    ...body('POST', { token, ...more }),
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
  });

async function linkFor(id: number, wish: object = {}): Promise<string> {
  const { token } = await server.json<{ token: string }>(
    `/api/users/${id}/links`,
    body('POST', wish),
  );
  return token;
}

const type = async (answer: Response) => ((await answer.json()) as { type: string }).type;

describe('a link for an account', () => {
  it('sets the password, signs in, and is good once', async () => {
    const id = await makeAccount(server, { name: 'once', roles: ['inspector'] });
    const token = await linkFor(id);
    const session = await sessionOf(server, await redeem(token));
    expect(await session.json('/api/session')).toMatchObject({ name: 'once' });
    const replay = await redeem(token);
    expect(replay.status).toBe(401);
    expect(replay.headers.getSetCookie()).toEqual([]);
    await signIn(server, 'once');
  });

  it('is won by exactly one of many who redeem it at the same time', async () => {
    const token = await linkFor(await makeAccount(server, { name: 'race', roles: ['inspector'] }));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => redeem(token, { password: `${PASSWORD} ${i}` })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(401)]);
    const winner = answers.findIndex(({ status }) => status === 200);
    await signIn(server, 'race', `${PASSWORD} ${winner}`);
  });

  it.each([
    ['too short', 'elevenchars'],
    ['too long', 'x y'.repeat(43)],
    ['the name itself', 'picky.person.'.slice(0, 12)],
    ['the commonest', 'PassWord-1234'],
    ['one letter again and again', 'aaaaaaaaaaaaaaaa'],
  ])('takes no password that is %s, and stays good', async (_, password) => {
    const id =
      (await server.json<{ rows: { id: number }[] }>('/api/users?name=picky.person')).rows[0]?.id ??
      (await makeAccount(server, { name: 'picky.person', roles: ['leader'] }));
    const token = await linkFor(id);
    const refused = await redeem(token, { password });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ parameter: 'password' });
    await sessionOf(server, await redeem(token));
  });

  it('says whose password it wants where none is given, and stays good', async () => {
    const token = await linkFor(
      await makeAccount(server, { name: 'asking', roles: ['inspector'] }),
    );
    const answer = await redeem(token, {});
    expect(await answer.json()).toMatchObject({
      type: 'urn:probity:password-wanted',
      account: 'asking',
    });
    await sessionOf(server, await redeem(token));
  });

  it('ends the sessions there were, and voids earlier links', async () => {
    const id = await makeAccount(server, { name: 'reset', roles: ['inspector'] });
    const before = await enrol(server, id);
    const earlier = await linkFor(id);
    const token = await linkFor(id);
    expect((await redeem(earlier)).status).toBe(401);
    await sessionOf(server, await redeem(token, { password: 'another good password' }));
    expect((await before.fetch('/api/session')).status).toBe(401);
    expect((await attempt(server, 'reset')).status).toBe(401);
  });

  it('opens nothing once it is too old, or its account is disabled', async () => {
    const id = await makeAccount(server, { name: 'late', roles: ['inspector'] });
    const old = await linkFor(id);
    await database.client.query(
      'UPDATE sign_in_links SET expires_at = now() WHERE account_id = $1',
      [id],
    );
    expect((await redeem(old)).status).toBe(401);
    const token = await linkFor(id);
    await server.json(`/api/users/${id}/disable`, { method: 'POST' });
    expect((await redeem(token)).status).toBe(401);
    const another = await server.fetch(`/api/users/${id}/links`, body('POST', {}));
    expect(another.status).toBe(409);
  });

  it('leaves its secret neither in the log nor in the database', async () => {
    const token = await linkFor(
      await makeAccount(server, { name: 'secretive', roles: ['inspector'] }),
    );
    const answer = await redeem(token);
    await answer.text();
    const entries = await entriesOf(server, answer);
    expect(entries).toMatchObject([
      { phase: 'asked', subject: 'anonymous', action: 'Session_redeem' },
      { phase: 'answered', subject: 'secretive', status: 200 },
    ]);
    const log = JSON.stringify(await server.json('/api/audit?limit=1000'));
    for (const secret of [token, PASSWORD, cookieOf(answer)]) expect(log).not.toContain(secret);
    const kept = await database.client.query<{ all: string }>(
      `SELECT string_agg(t::text, '') AS all FROM (
         SELECT s::text AS t FROM sessions s UNION ALL SELECT l::text FROM sign_in_links l
         UNION ALL SELECT a::text FROM accounts a) x`,
    );
    for (const secret of [token, PASSWORD, cookieOf(answer).split('=')[1] ?? '?']) {
      expect(kept.rows[0]?.all).not.toContain(secret);
    }
  });
});

describe('a session', () => {
  it('cannot be fixed by whoever planted a cookie before', async () => {
    const planted = `probity=${'A'.repeat(43)}`;
    const token = await linkFor(
      await makeAccount(server, { name: 'victim', roles: ['inspector'] }),
    );
    const answer = await redeem(token, undefined, planted);
    expect(cookieOf(answer)).not.toBe(planted);
    const stale = await anonymously(server, '/api/session', { headers: { cookie: planted } });
    expect(stale.status).toBe(401);
  });

  it('takes the place of the one that the browser had', async () => {
    const first = await signedUp(server, { name: 'again', roles: ['inspector'] });
    const second = await anonymously(server, '/api/session', {
      ...body('POST', { name: 'again', password: PASSWORD }),
      headers: { 'content-type': 'application/json', cookie: first.cookie },
    });
    expect(second.status).toBe(200);
    expect((await first.fetch('/api/session')).status).toBe(401);
  });

  it.each([
    ['idle', "seen_at = now() - interval '31 minutes'"],
    ['twelve hours old', "started_at = now() - interval '12 hours 1 minute'"],
  ])('ends when it is %s', async (_, aged) => {
    const name = `aged-${aged.slice(0, 4)}`;
    const session = await signedUp(server, { name, roles: ['inspector'] });
    expect((await session.fetch('/api/session')).status).toBe(200);
    await database.client.query(
      `UPDATE sessions SET ${aged} WHERE account_id = (SELECT id FROM accounts WHERE name = $1)`,
      [name],
    );
    expect((await session.fetch('/api/session')).status).toBe(401);
  });

  it('is kept awake by its user, noted once a minute, and not by a page that polls', async () => {
    const session = await signedUp(server, { name: 'awake', roles: ['inspector'] });
    const rest = (seconds: number) =>
      database.client.query(
        `UPDATE sessions SET seen_at = now() - $1 * interval '1 second'
         WHERE account_id = (SELECT id FROM accounts WHERE name = 'awake')`,
        [seconds],
      );
    const restedFor = async () => {
      const { rows } = await database.client.query<{ seconds: number }>(
        `SELECT extract(epoch FROM now() - seen_at)::int AS seconds FROM sessions
         WHERE account_id = (SELECT id FROM accounts WHERE name = 'awake')`,
      );
      return rows[0]?.seconds ?? 0;
    };
    await rest(600);
    await session.fetch('/api/session', { headers: { 'x-background': '1' } });
    expect(await restedFor()).toBeGreaterThanOrEqual(600);
    await session.fetch('/api/session');
    expect(await restedFor()).toBeLessThan(60);
    await rest(50);
    await session.fetch('/api/session');
    expect(await restedFor()).toBeGreaterThanOrEqual(50);
  });

  it('is nobody’s whose cookie was made up, cut short or swapped for a token', async () => {
    const session = await signedUp(server, { name: 'swapped', roles: ['inspector'] });
    const value = session.cookie.split('=')[1] ?? '';
    for (const forged of [
      `probity=${value.slice(0, -1)}`,
      `probity=${value}A`,
      `probity=${value.toLowerCase()}`,
      `__Host-probity=${value}`,
      'probity=test-bootstrap-token',
      "probity=' OR 1=1 --",
      'probity=',
    ]) {
      const answer = await anonymously(server, '/api/session', { headers: { cookie: forged } });
      expect(answer.status, forged).toBe(401);
      expect(await type(answer)).toBe('urn:probity:not-signed-in');
    }
    const bearer = await anonymously(server, '/api/session', {
      headers: { authorization: `Bearer ${value}` },
    });
    expect(bearer.status).toBe(401);
  });
});
