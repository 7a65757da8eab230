import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anonymously,
  attempt,
  body,
  PASSWORD,
  type SignedIn,
  sessionOf,
  signedUp,
  signIn,
} from '../../support/access/sign-in.js';
import { entriesOf } from '../../support/audit.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { startServer, type TestServer } from '../../support/server.js';

let database: TestDatabase;
let server: TestServer;
let owner: SignedIn;
let secret: string;
let recoveryCodes: string[];

const STEP_SECONDS = 30;
/** The code of the present step, or of one before or after. */
const code = (steps = 0) =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * STEP_SECONDS });

/** Makes the last code that was used one of long ago, so that the present one is fresh. */
const forgetLastCode = () =>
  database.client.query(`UPDATE accounts SET totp_step = 0 WHERE name = 'owner'`);

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  owner = await signedUp(server, { name: 'owner', roles: ['inspector'] });
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

describe('a second factor', () => {
  it('is set up with the password, and in force once a code of it was given', async () => {
    const wrong = await owner.fetch('/api/session/totp', body('POST', { password: 'not mine' }));
    expect(wrong.status).toBe(403);
    const setup = await owner.json<{ secret: string; otpauthUrl: string }>(
      '/api/session/totp',
      body('POST', { password: PASSWORD }),
    );
    secret = setup.secret;
    expect(setup.otpauthUrl).toMatch(/^otpauth:\/\/totp\/Probity:owner\?.*secret=/);
    await signIn(server, 'owner');
    const stale = await owner.fetch('/api/session/totp', body('PUT', { code: await code(-10) }));
    expect(stale.status).toBe(400);
    const confirmed = await owner.json<{ recoveryCodes: string[] }>(
      '/api/session/totp',
      body('PUT', { code: await code() }),
    );
    recoveryCodes = confirmed.recoveryCodes;
    expect(new Set(recoveryCodes)).toHaveLength(10);
    const { rows } = await database.client.query<{ kept: string }>(
      `SELECT a::text || encode(totp_secret, 'escape') AS kept FROM accounts a WHERE name = 'owner'`,
    );
    expect(rows[0]?.kept).not.toContain(secret);
  });

  it('is asked for, with the same answer whether the code is missing, wrong or used', async () => {
    await forgetLastCode();
    const present = await code();
    await signIn(server, 'owner', PASSWORD, present);
    const answers: string[] = [];
    for (const given of [undefined, '000000', 'abc', present]) {
      const answer = await attempt(server, 'owner', PASSWORD, given);
      answers.push(`${answer.status} ${await answer.text()}`);
      await signIn(server, 'owner', PASSWORD, recoveryCodes.shift());
    }
    const nobody = await attempt(server, 'nobody', PASSWORD, present);
    answers.push(`${nobody.status} ${await nobody.text()}`);
    expect(new Set(answers)).toHaveLength(1);
  });

  it('takes one code once, also from two at the same time', async () => {
    await forgetLastCode();
    const given = await code();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => attempt(server, 'owner', PASSWORD, given)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('can be replaced once by each recovery code', async () => {
    const [one = ''] = recoveryCodes;
    await signIn(server, 'owner', PASSWORD, one.toUpperCase().replaceAll('-', ' '));
    const again = await attempt(server, 'owner', PASSWORD, one);
    await again.text();
    expect(again.status).toBe(401);
    expect(await entriesOf(server, again)).toMatchObject([
      { subject: 'anonymous', phase: 'asked' },
      { subject: 'owner', denied: 'wrong-code', status: 401 },
    ]);
  });

  it('is not passed over by a link to reset the password, unless that says so', async () => {
    const { account } = await owner.json<{ account: { id: number } }>('/api/session');
    const link = async (wish: object) =>
      (await server.json<{ token: string }>(`/api/users/${account.id}/links`, body('POST', wish)))
        .token;
    const redeem = (token: string, more: object = {}) =>
      anonymously(
        server,
        '/api/session/link',
        body('POST', { token, password: PASSWORD, ...more }),
      );
    const token = await link({});
    const without = await redeem(token);
    expect(await without.json()).toMatchObject({ type: 'urn:probity:code-wanted' });
    await forgetLastCode();
    await sessionOf(server, await redeem(token, { code: await code() }));
    const session = await sessionOf(server, await redeem(await link({ withoutTotp: true })));
    expect(await session.json('/api/session')).toMatchObject({ account: { totp: false } });
    owner = session;
  });
});

describe('a password', () => {
  it('is changed with the present one, and every session ends but a new one', async () => {
    const other = await signIn(server, 'owner');
    const wrong = await owner.fetch(
      '/api/session/password',
      body('PUT', { present: 'not my password', password: 'nine yellow spoons' }),
    );
    expect(wrong.status).toBe(403);
    expect((await other.fetch('/api/session')).status).toBe(200);
    const changed = await owner.fetch(
      '/api/session/password',
      body('PUT', { present: PASSWORD, password: 'nine yellow spoons' }),
    );
    const fresh = await sessionOf(server, changed);
    expect((await fresh.fetch('/api/session')).status).toBe(200);
    for (const ended of [owner, other]) {
      expect((await ended.fetch('/api/session')).status).toBe(401);
    }
    expect((await attempt(server, 'owner')).status).toBe(401);
    await signIn(server, 'owner', 'nine yellow spoons');
  });

  it('is nothing that a token changes', async () => {
    const answer = await server.fetch(
      '/api/session/password',
      body('PUT', { present: PASSWORD, password: 'nine yellow spoons' }),
    );
    expect(await answer.json()).toMatchObject({ status: 403, type: 'urn:probity:no-account' });
  });
});
