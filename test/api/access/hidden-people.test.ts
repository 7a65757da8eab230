import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, makeAccount, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { importLines, importWorkedProvince } from '../../support/records/worked-province.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let inspector: SignedIn;
let id: number;

beforeAll(async () => {
  server = await startServer();
  await importWorkedProvince(server);
  // An office that registered S001 by a number of its own before anyone said whose that is.
  await importLines(
    server,
    'cadres',
    ['staff_no,name,unit_code', 'AUD-7,王建国,F'],
    'system=audit-office',
  );
  await importLines(server, 'cadre-aliases', [
    'staff_no,system,identifier',
    'S001,audit-office,AUD-7',
  ]);
  inspector = await signedUp(server, {
    name: 'inspector',
    roles: ['inspector'],
    unitCode: 'F',
    staffNo: 'S001',
  });
  id = (await inspector.json<{ account: { id: number } }>('/api/session')).account.id;
});
afterAll(() => server.stop());

const find = async (staffNo: string) => {
  const answer = await inspector.fetch(`/api/cadres/${staffNo}`);
  const document = (await answer.json()) as { detail?: string };
  return `${answer.status} ${document.detail ?? ''}`;
};
const none = async (staffNo: string) => (await find('S999')).replace('S999', staffNo);

const change = (wish: object) =>
  server.json(
    `/api/users/${id}`,
    body('PUT', { roles: ['inspector'], unitCode: 'F', staffNo: 'S001', ...wish }),
  );

describe('an account of a person on record', () => {
  it('is told of them what is told of nobody, under each of their numbers', async () => {
    for (const own of ['S001', 'AUD-7']) expect(await find(own)).toBe(await none(own));
    expect(await find('S004')).toMatch(/^200/);
  });

  it('nor through a token that it makes', async () => {
    const { token } = await inspector.json<{ token: string }>(
      '/api/tokens',
      body('POST', { role: 'inspector' }),
    );
    const headers = { authorization: `Bearer ${token}` };
    expect((await server.fetch('/api/cadres/S001', { headers })).status).toBe(404);
    expect((await server.fetch('/api/cadres/S004', { headers })).status).toBe(200);
  });

  it('does not see whom it is recused from, from the next request on', async () => {
    expect(await find('S004')).toMatch(/^200/);
    const recused = { staffNo: 'S004', reason: 'a cousin' };
    expect(await server.json(`/api/users/${id}/recusals`, body('POST', recused))).toMatchObject({
      recusals: [{ ...recused, recusedBy: 'bootstrap' }],
    });
    expect(await find('S004')).toBe(await none('S004'));
    await server.fetch(`/api/users/${id}/recusals/S004`, { method: 'DELETE' });
    expect(await find('S004')).toMatch(/^200/);
  });

  it('sees another part of the tree from the next request on', async () => {
    expect(await find('S005')).toMatch(/^200/);
    await change({ unitCode: 'C' });
    expect(await find('S004')).toBe(await none('S004'));
    expect(await inspector.json('/api/session')).toMatchObject({ scope: { unitCode: 'C' } });
    await change({});
    expect(await find('S004')).toMatch(/^200/);
  });

  it('sees nobody once its unit is gone', async () => {
    await importLines(server, 'units', ['unit_code,name,parent_code', 'Z,Short-lived,P']);
    await change({ unitCode: 'Z' });
    await importLines(server, 'units', ['unit_code,reason', 'Z,closed'], 'mode=withdraw');
    expect((await inspector.fetch('/api/units/Z/summary')).status).toBe(404);
    expect(await inspector.json('/api/session')).toMatchObject({ scope: { unitCode: 'Z' } });
    expect(await find('S004')).toBe(await none('S004'));
    expect(await inspector.json('/api/rankings')).toMatchObject({ rows: [] });
    await change({});
  });

  it.each([
    ['own', () => makeAccount(server, { name: 'typo', roles: ['leader'], staffNo: 'S1' })],
    [
      'recused',
      () => server.json(`/api/users/${id}/recusals`, body('POST', { staffNo: 'S1', reason: 'x' })),
    ],
  ])('takes no number that nobody has: %s', async (_, make) => {
    await expect(make()).rejects.toThrow(/400.*staffNo/);
  });
});

describe('an account that is asked for', () => {
  it.each([
    ['a name of the log’s own', { name: 'System', roles: ['leader'] }, 'name'],
    ['a name with a colon', { name: 'token:1', roles: ['leader'] }, 'name'],
    ['no roles', { name: 'x1', roles: [] }, 'roles'],
    ['a unit that there isn’t', { name: 'x1', roles: ['leader'], unitCode: 'X' }, 'unitCode'],
    ['something else', { name: 'x1', roles: ['leader'], passwordHash: 'x' }, 'passwordHash'],
  ])('is refused with %s', async (_, wish, parameter) => {
    const answer = await server.fetch('/api/users', body('POST', wish));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ parameter });
  });

  it('keeps no unit that would limit nothing', async () => {
    const wish = { name: 'filer', roles: ['data-officer'], unitCode: 'F' };
    const answer = await server.fetch('/api/users', body('POST', wish));
    expect(await answer.json()).toMatchObject({ name: 'filer', unitCode: null });
  });

  it('is refused where another has the name, however written', async () => {
    const answer = await server.fetch(
      '/api/users',
      body('POST', { name: 'INSPECTOR', roles: ['leader'] }),
    );
    expect(await answer.json()).toMatchObject({ status: 409, parameter: 'name' });
  });
});
