import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anonymously,
  attempt,
  body,
  makeAccount,
  PASSWORD,
  type SignedIn,
  signedUp,
  signIn,
} from '../../support/access/sign-in.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let inspector: SignedIn;
let disabledId: number;

beforeAll(async () => {
  server = await startServer();
  inspector = await signedUp(server, { name: 'Ins.Pector', roles: ['inspector'] });
  disabledId = await makeAccount(server, { name: 'disabled', roles: ['inspector'] });
  await makeAccount(server, { name: 'invited', roles: ['inspector'] });
});
afterAll(() => server.stop());

describe('somebody without a token or a session', () => {
  it.each(['/api/session', '/api/rankings', '/api/users'])('learns nothing at %s', async (path) => {
    const answer = await anonymously(server, path);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ type: 'urn:probity:not-signed-in' });
  });

  it('is told which ways to sign in there are', async () => {
    const ways = await (await anonymously(server, '/api/session/ways')).json();
    expect(ways).toMatchObject({ password: true, oidc: false, setup: true });
  });
});

describe('an account', () => {
  it('signs in by its name, however typed, and is who it is', async () => {
    const again = await signIn(server, ' INS.PECTOR');
    expect(await again.json('/api/session')).toMatchObject({
      name: 'ins.pector',
      roles: ['inspector'],
      scope: { unitCode: null },
      mayApprove: false,
      setup: false,
      account: { displayName: 'ins.pector', password: true, totp: false, oidc: false },
    });
  });

  it('is given a cookie that no script reads and no other site sends', async () => {
    const answer = await attempt(server, 'ins.pector');
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^probity=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
  });

  it('signs out, and the cookie opens nothing any more', async () => {
    const session = await signIn(server, 'ins.pector');
    const out = await session.fetch('/api/session', { method: 'DELETE' });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/^probity=; .*Expires=Thu, 01 Jan 1970/);
    expect((await session.fetch('/api/session')).status).toBe(401);
    expect((await inspector.fetch('/api/session')).status).toBe(200);
  });

  it('sees its sessions and ends one of them', async () => {
    const other = await signIn(server, 'ins.pector');
    const { rows } = await inspector.json<{ rows: { id: number; present: boolean }[] }>(
      '/api/sessions',
    );
    expect(rows.filter(({ present }) => present)).toHaveLength(1);
    const mine = await other.json<{ rows: { id: number; present: boolean }[] }>('/api/sessions');
    const id = mine.rows.find(({ present }) => present)?.id;
    await inspector.json(`/api/sessions/${id}`, { method: 'DELETE' });
    expect((await other.fetch('/api/session')).status).toBe(401);
    const foreign = await signedUp(server, { name: 'foreigner', roles: ['auditor'] });
    const refused = await foreign.fetch(`/api/sessions/${rows[0]?.id}`, { method: 'DELETE' });
    expect(refused.status).toBe(404);
  });
});

describe('whoever cannot sign in', () => {
  it('gets one answer, whatever is wrong, after a password was compared', async () => {
    await signIn(server, 'ins.pector');
    const disabled = await server.json<{ token: string }>(
      `/api/users/${disabledId}/links`,
      body('POST', {}),
    );
    await anonymously(
      server,
      '/api/session/link',
      body('POST', { token: disabled.token, password: PASSWORD }),
    );
    await server.json(`/api/users/${disabledId}/disable`, { method: 'POST' });
    const compared = async () => {
      const text = await (await server.fetch('/api/metrics')).text();
      return Number(/^probity_password_verifications_total (\d+)/m.exec(text)?.[1]);
    };
    const answers: string[] = [];
    for (const [name, password] of [
      ['nobody', PASSWORD],
      ['ins.pector', 'seven green kettles'],
      ['disabled', PASSWORD],
      ['invited', PASSWORD],
      ['anonymous', PASSWORD],
    ] as const) {
      const before = await compared();
      const answer = await attempt(server, name, password);
      expect(await compared(), name).toBe(before + 1);
      answers.push(`${answer.status} ${answer.headers.getSetCookie()} ${await answer.text()}`);
    }
    expect(new Set(answers)).toHaveLength(1);
    expect(answers[0]).toMatch(/^401 .*sign-in-refused/);
  });
});
