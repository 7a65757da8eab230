import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anonymously,
  attempt,
  body,
  enrol,
  makeAccount,
  PASSWORD,
  type SignedIn,
  sessionOf,
  signIn,
} from '../../support/access/sign-in.js';
import type { LogEntry } from '../../support/audit.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let setup: SignedIn;
let kept: string;

const printed = (of: TestServer, pattern = /Sign in: (\S+)/) =>
  pattern.exec(of.output())?.[1] ?? '';
const secretOf = (url: string) => url.split('#')[1] ?? '';
const redeem = (token: string, password?: string) =>
  anonymously(server, '/api/session/link', body('POST', { token, password }));
const asked = (token: string) =>
  anonymously(server, '/api/session', { headers: { authorization: `Bearer ${token}` } });

beforeAll(async () => {
  server = await startServer({ env: { PROBITY_BOOTSTRAP_TOKEN: '' } });
  kept = readFileSync(join(server.dataFolder, 'bootstrap-token'), 'utf8').trim();
});
afterAll(() => server.stop());

describe('before an administrator has enrolled', () => {
  it('a start prints a link, which is good once', async () => {
    expect(printed(server)).toMatch(new RegExp(`^${server.url}/sign-in#[\\w-]{43}$`));
    const token = secretOf(printed(server));
    setup = await sessionOf(server, await redeem(token));
    expect(await setup.json('/api/session')).toMatchObject({
      name: 'setup',
      setup: true,
      mayApprove: false,
      account: null,
      scope: { unitCode: null },
      roles: expect.arrayContaining(['inspector', 'administrator', 'approver']),
    });
    expect((await redeem(token)).status).toBe(401);
  });

  it('a token for this machine lies in the data folder, readable by its owner alone', async () => {
    expect(statSync(join(server.dataFolder, 'bootstrap-token')).mode & 0o777).toBe(0o600);
    const session = (await (await asked(kept)).json()) as object;
    expect(session).toMatchObject({ name: 'bootstrap', setup: true, mayApprove: false });
  });

  it('an account without a way in changes nothing of that', async () => {
    await makeAccount(server, { name: 'chief', roles: ['administrator'] }, setup);
    expect((await setup.fetch('/api/session')).status).toBe(200);
    expect((await asked(kept)).status).toBe(200);
    // Nobody could be the second person yet, so that a version of the policy counts at once.
    const change = { changes: { bands: { high: 31 } }, note: 'to begin with' };
    expect(await setup.json('/api/policies', body('POST', change))).toMatchObject({
      ...{ version: 2, createdBy: 'setup', approvedBy: null },
    });
  });
});

describe('once one has', () => {
  let chief: SignedIn;
  /** A token made before anybody had enrolled. */
  let early: string;

  beforeAll(async () => {
    const wish = body('POST', { role: 'inspector' });
    early = (await setup.json<{ token: string }>('/api/tokens', wish)).token;
    expect((await asked(early)).status).toBe(200);
    const { rows } = await setup.json<{ rows: { id: number }[] }>('/api/users?name=chief');
    chief = await enrol(server, rows[0]?.id ?? 0, setup);
  });

  it('what stood in for them is over, and says so', async () => {
    const ended = await setup.fetch('/api/session');
    expect(ended.status).toBe(401);
    expect(await ended.json()).toMatchObject({ type: 'urn:probity:setup-over' });
    const refused = await asked(kept);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ type: 'urn:probity:bootstrap-over' });
    expect(await (await anonymously(server, '/api/session/ways')).json()).toMatchObject({
      setup: false,
    });
  });

  it('so are the tokens that it had made, which say what to do', async () => {
    const refused = await asked(early);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({
      type: 'urn:probity:setup-over',
      detail: expect.stringContaining('make a new one'),
    });
  });

  it('they give nobody rights by themselves, nor lose the last one who can', async () => {
    const { account } = await chief.json<{ account: { id: number } }>('/api/session');
    const own = `/api/users/${account.id}`;
    const roles = ['administrator', 'inspector'];
    expect((await chief.fetch(own, body('PUT', { roles }))).status).toBe(403);
    expect((await chief.fetch(`${own}/disable`, { method: 'POST' })).status).toBe(409);
    const renamed = { roles: ['administrator'], displayName: 'The Chief' };
    expect(await chief.json(own, body('PUT', renamed))).toMatchObject({ displayName: 'The Chief' });

    const second = await makeAccount(server, { name: 'second', roles: ['administrator'] }, chief);
    const { token } = await chief.json<{ token: string }>(
      '/api/tokens',
      body('POST', { role: 'administrator' }),
    );
    const byToken = (path: string, init: RequestInit) =>
      anonymously(server, path, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
      });
    // A token is its maker's.
    expect((await byToken(own, body('PUT', { roles }))).status).toBe(403);
    const other = await enrol(server, second, chief);
    const answers = await Promise.all([
      chief.fetch(`/api/users/${second}/disable`, { method: 'POST' }),
      other.fetch(`${own}/disable`, { method: 'POST' }),
    ]);
    const done = answers.map(({ status }) => status).filter((status) => status === 200);
    expect(done).toHaveLength(1);
    if (answers[0]?.status !== 200) chief = other;
  });

  it('a start prints where to sign in, and a link for an account that is locked out', async () => {
    await makeAccount(server, { name: 'lost', roles: ['auditor'] }, chief);
    const again = await startServer({
      dataFolder: server.dataFolder,
      env: { PROBITY_BOOTSTRAP_TOKEN: '', PROBITY_RECOVER_ACCOUNT: 'Lost' },
    });
    expect(printed(again)).toBe(`${again.url}/sign-in`);
    const token = secretOf(printed(again, /Sign in as lost: (\S+)/));
    const answer = await redeem(token, PASSWORD);
    const auditor = await sessionOf(server, answer);
    const { rows } = await auditor.json<{ rows: LogEntry[] }>('/api/audit?action=Links_recover');
    expect(rows).toMatchObject([{ subject: 'system', parameters: { query: { name: 'lost' } } }]);
    await again.stop({ keep: true });
  });

  it('disabling takes effect on the next request, of a session and of a sign-in', async () => {
    const id = await makeAccount(server, { name: 'leaver', roles: ['inspector'] }, chief);
    const leaver = await enrol(server, id, chief);
    await chief.json(`/api/users/${id}/disable`, { method: 'POST' });
    expect((await leaver.fetch('/api/session')).status).toBe(401);
    expect((await attempt(server, 'leaver')).status).toBe(401);
    await chief.json(`/api/users/${id}/enable`, { method: 'POST' });
    expect((await leaver.fetch('/api/session')).status).toBe(401);
    await signIn(server, 'leaver');
  });
});
