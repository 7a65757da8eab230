import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, makeAccount, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { bringPeople } from '../../support/audit.js';
import { probity } from '../../support/cli.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Made {
  readonly id: number;
  readonly token: string;
  readonly expiresAt: string;
}

let database: TestDatabase;
let server: TestServer;
let inspector: SignedIn;
let inspectorId: number;

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await bringPeople(server);
  inspector = await signedUp(server, { name: 'inspector', roles: ['inspector'], unitCode: 'B' });
  const session = await inspector.json<{ account: { id: number } }>('/api/session');
  inspectorId = session.account.id;
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

const make = (wish: object, by: Pick<SignedIn, 'json'> = server) =>
  by.json<Made>('/api/tokens', body('POST', wish));

const asked = (token: string, path: string, init: RequestInit = {}) =>
  server.fetch(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });

const sessionOf = async (token: string) =>
  (await (await asked(token, '/api/session')).json()) as {
    roles: string[];
    scope: { unitCode: string | null };
    csrfToken: string | null;
  };

describe('a token', () => {
  it('is shown once, may do what it was made for, and keeps to its unit', async () => {
    const { token, expiresAt } = await make({ role: 'inspector', unit: 'B', days: 1 });
    expect(token).toMatch(/^probity_[\w-]{43}$/);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(86_400_000);
    expect(await sessionOf(token)).toMatchObject({
      roles: ['inspector'],
      scope: { unitCode: 'B' },
      csrfToken: null,
    });
    expect((await asked(token, '/api/cadres/S2')).status).toBe(200);
    expect((await asked(token, '/api/cadres/S1')).status).toBe(404);
    expect((await asked(token, '/api/users')).status).toBe(403);
    const list = JSON.stringify(await server.json('/api/tokens'));
    expect(list).toContain('lastUsedAt');
    expect(list).not.toContain(token);
  });

  it.each([
    ['an unknown role', { role: 'emperor' }, 'role'],
    ['no role', {}, 'role'],
    ['role and roles', { role: 'leader', roles: ['leader'] }, 'role'],
    ['a unit that there isn’t', { role: 'leader', unit: "X'; DROP TABLE units" }, 'unitCode'],
    ['an unknown kind', { role: 'data-officer', kinds: ['gossip'] }, 'kinds.0'],
    ['more than a year', { role: 'leader', days: 367 }, 'days'],
  ])('is not made with %s', async (_, wish, parameter) => {
    const answer = await server.fetch('/api/tokens', body('POST', wish));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ parameter });
  });

  it('is fixed to one system where it was made so', async () => {
    const { token } = await make({ role: 'data-officer', kinds: ['units'], system: 'hr' });
    const send = (query: string) =>
      fetch(`${server.url}/api/imports/units${query}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
        body: 'unit_code,name,parent_code\nHR-1,Filed,\n',
      });
    const { id } = (await (await send('')).json()) as { id: number };
    expect(await server.json(`/api/imports/${id}`)).toMatchObject({ system: 'hr' });
    const refused = await send('?system=finance');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ parameter: 'system' });
    const other = await fetch(`${server.url}/api/imports/cadres`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      body: 'staff_no,name\nX,Y\n',
    });
    expect([other.status, await other.json()]).toMatchObject([403, { parameter: 'kind' }]);
  });

  it('is refused once revoked or expired, and never known where it was forged', async () => {
    const revoked = await make({ role: 'leader' });
    await server.json(`/api/tokens`);
    expect((await server.fetch(`/api/tokens/${revoked.id}`, { method: 'DELETE' })).status).toBe(
      204,
    );
    const expired = await make({ role: 'leader' });
    await database.client.query('UPDATE api_tokens SET expires_at = now() WHERE id = $1', [
      expired.id,
    ]);
    const forged = `probity_${'A'.repeat(43)}`;
    const swapped = revoked.token.slice(0, -1);
    const answers = await Promise.all(
      [revoked.token, expired.token, forged, swapped, 'Basic', "probity_' OR 1=1"].map(
        async (token) => {
          const answer = await asked(token, '/api/session');
          return `${answer.status} ${await answer.text()}`;
        },
      ),
    );
    expect(new Set(answers)).toHaveLength(1);
    expect(answers[0]).toMatch(/^401 .*bad-token/);
  });
});

describe('a token that an account made', () => {
  it('reaches no further than the account', async () => {
    const refusals = [
      [{ role: 'administrator' }, 403, 'urn:probity:not-grantable'],
      [{ role: 'inspector', unit: 'A' }, 400, 'urn:probity:bad-parameter'],
    ] as const;
    for (const [wish, status, type] of refusals) {
      const answer = await inspector.fetch('/api/tokens', body('POST', wish));
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({ type });
    }
    const { token } = await make({ role: 'inspector' }, inspector);
    expect(await sessionOf(token)).toMatchObject({ scope: { unitCode: 'B' } });
    expect((await asked(token, '/api/cadres/S1')).status).toBe(404);
    expect((await asked(token, '/api/cadres/S2')).status).toBe(200);
  });

  it('makes no tokens, and sees only its own', async () => {
    const { token, id } = await make({ role: 'inspector' }, inspector);
    const answer = await asked(token, '/api/tokens', body('POST', { role: 'inspector' }));
    expect(answer.status).toBe(403);
    const other = await make({ role: 'leader' });
    const { rows } = await inspector.json<{ rows: { id: number }[] }>('/api/tokens');
    expect(rows.map((row) => row.id)).toContain(id);
    expect(rows.map((row) => row.id)).not.toContain(other.id);
    const foreign = await inspector.fetch(`/api/tokens/${other.id}`, { method: 'DELETE' });
    expect(foreign.status).toBe(404);
  });

  it('shrinks with the account, and ends with it', async () => {
    const { token } = await make({ role: 'inspector' }, inspector);
    const change = (wish: object) =>
      server.json(`/api/users/${inspectorId}`, body('PUT', { unitCode: 'B', ...wish }));
    await change({ roles: ['auditor'], unitCode: null });
    expect((await asked(token, '/api/cadres/S2')).status).toBe(403);
    await change({ roles: ['inspector'] });
    expect((await asked(token, '/api/cadres/S2')).status).toBe(200);
    await server.json(`/api/users/${inspectorId}/disable`, { method: 'POST' });
    expect((await asked(token, '/api/cadres/S2')).status).toBe(401);
    await server.json(`/api/users/${inspectorId}/enable`, { method: 'POST' });
    expect((await asked(token, '/api/cadres/S2')).status).toBe(200);
  });

  it('is refused where the account is gone', async () => {
    const brief = await signedUp(server, { name: 'brief', roles: ['inspector'] });
    const { token } = await make({ role: 'inspector' }, brief);
    expect((await asked(token, '/api/session')).status).toBe(200);
    await database.client.query(`DELETE FROM accounts WHERE name = 'brief'`);
    expect((await asked(token, '/api/session')).status).toBe(401);
    expect((await brief.fetch('/api/session')).status).toBe(401);
  });
});

describe('from the command line', () => {
  it('a token is made, used, listed and revoked', async () => {
    const { code, stdout } = await probity(
      server.url,
      ['token', 'create', '--role', 'data-officer', '--kind', 'units', '--days', '2'].concat([
        '--kind=cadres',
        '--json',
      ]),
    );
    expect(code).toBe(0);
    const { token, id } = JSON.parse(stdout) as Made;
    expect(await sessionOf(token)).toMatchObject({
      roles: ['data-officer'],
      kinds: ['cadres', 'units'],
    });
    const useless = await probity(server.url, [
      'token',
      'create',
      '--role',
      'auditor',
      '--unit',
      'B',
    ]);
    expect(useless).toMatchObject({ code: 0, stderr: expect.stringContaining('limited by kinds') });
    expect((await sessionOf(useless.stdout.trim())).scope.unitCode).toBeNull();
    const listed = await probity(server.url, ['token', 'list']);
    expect(listed.stdout).toMatch(/data-officer +data-officer +- +cadres, units +bootstrap/);
    const revoked = await probity(server.url, ['token', 'revoke', String(id)]);
    expect(revoked.stderr).toBe(`Token ${id} is revoked.\n`);
    expect((await asked(token, '/api/session')).status).toBe(401);
  });

  it('accounts are made, linked, recused and disabled', async () => {
    await probity(server.url, ['user', 'create', 'Li.Na', '--role', 'inspector', '--unit', 'B']);
    const link = await probity(server.url, ['user', 'link', 'li.na', '--json']);
    expect(JSON.parse(link.stdout)).toMatchObject({
      url: expect.stringMatching(`^${server.url}/sign-in#[\\w-]{43}$`),
    });
    const args = ['user', 'recuse', 'li.na', 'S3', '--reason', 'kin'];
    expect((await probity(server.url, args)).stdout).toMatch(/li\.na.*S3\n/);
    await probity(server.url, ['user', 'disable', 'li.na']);
    const { stdout } = await probity(server.url, ['user', 'list']);
    expect(stdout).toMatch(/li\.na +li\.na +inspector +B +- +- +disabled +S3/);
    const unknown = await probity(server.url, ['user', 'disable', 'nobody']);
    expect(unknown).toMatchObject({ code: 1, stderr: 'There is no account called nobody.\n' });
  });

  it('a server on this machine is asked with the token in its data folder', async () => {
    const own = await startServer({ env: { PROBITY_BOOTSTRAP_TOKEN: '' } });
    const env = { PROBITY_TOKEN: '', PROBITY_DATA_DIR: own.dataFolder };
    const done = await probity(own.url, ['user', 'list', '--json'], env);
    expect(JSON.parse(done.stdout)).toEqual({ total: 0, rows: [] });
    const without = await probity(own.url, ['user', 'list'], { ...env, PROBITY_DATA_DIR: '/' });
    expect(without.code).toBe(1);
    await own.stop();
  });
});

it('an account that nobody linked has no way in', async () => {
  const id = await makeAccount(server, { name: 'unlinked', roles: ['leader'] });
  expect(await server.json(`/api/users/${id}`)).toMatchObject({
    signIn: { password: false, totp: false, oidc: false },
  });
});

it('what a token sent is shown to the account that made it, and to no other of its tokens', async () => {
  const officer = await signedUp(server, { name: 'sender', roles: ['data-officer'] });
  const other = await signedUp(server, { name: 'other-sender', roles: ['data-officer'] });
  const one = await make({ role: 'data-officer', name: 'one' }, officer);
  const two = await make({ role: 'data-officer', name: 'two' }, officer);
  const sent = await asked(one.token, '/api/imports/cadres', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: 'staff_no,name,unit_code\nT-1,Name,NOPE\n',
  });
  const { id } = (await sent.json()) as { id: number };
  const status = async (by: Pick<SignedIn, 'fetch'>, path: string) => (await by.fetch(path)).status;
  const by = (token: string) => ({ fetch: (path: string) => asked(token, path) });
  for (const path of [`/api/imports/${id}`, `/api/imports/${id}/errors.csv`]) {
    expect(await status(officer, path)).toBe(200);
    expect(await status(by(one.token), path)).toBe(200);
    expect(await status(by(two.token), path)).toBe(404);
    expect(await status(other, path)).toBe(404);
  }
  const counts = async (path: string) =>
    Promise.all(
      [officer, by(one.token), by(two.token), other].map(
        async (each) => ((await (await each.fetch(path)).json()) as { total: number }).total,
      ),
    );
  expect(await counts('/api/imports')).toEqual([1, 1, 0, 0]);
  await expect.poll(() => counts('/api/quarantine')).toEqual([1, 1, 0, 0]);
});

it('a token says to which unit it keeps, also where that is its maker’s', async () => {
  const maker = await signedUp(server, { name: 'of-b', roles: ['inspector'], unitCode: 'B' });
  const made = await make({ role: 'inspector', name: 'of the unit' }, maker);
  expect(made).toMatchObject({ unit: 'B' });
  const { rows } = await server.json<{ rows: { id: number; unit: string | null }[] }>(
    '/api/tokens',
  );
  expect(rows.find(({ id }) => id === made.id)?.unit).toBe('B');
});

// The last one: with an administrator who has enrolled the bootstrap token ends.
it('an administrator’s token says, as it does, that it keeps to no unit of theirs', async () => {
  const wish = { name: 'admin-of-b', roles: ['administrator'], unitCode: 'B' };
  const administrator = await signedUp(server, wish);
  const made = await make({ role: 'inspector', name: 'wide' }, administrator);
  expect(made).toMatchObject({ unit: null });
  const { rows } = await administrator.json<{ rows: { id: number; unit: string | null }[] }>(
    '/api/tokens',
  );
  expect(rows.find(({ id }) => id === made.id)?.unit).toBeNull();
  expect((await sessionOf(made.token)).scope.unitCode).toBeNull();
});
