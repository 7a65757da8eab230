import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymously, body, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { run, runsOnce, schedule } from '../../support/exports.js';
import { csvOf } from '../../support/records/importing.js';
import { causes, importFile } from '../../support/records/imports.js';
import { FOREIGN, importTwoBureaus, OWN, ours, theirs } from '../../support/records/two-bureaus.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importTwoBureaus(server);
});
afterAll(() => server.stop());

/** The product as somebody who is signed in sees it. */
const as = ({ fetch, json }: SignedIn): TestServer => ({ ...server, fetch, json });

const accountOf = async (caller: SignedIn): Promise<number> =>
  (await caller.json<{ account: { id: number } }>('/api/session')).account.id;

const status = async (caller: Pick<SignedIn, 'fetch'>, path: string, init?: RequestInit) => {
  const answer = await caller.fetch(path, init);
  await answer.body?.cancel();
  return answer.status;
};

describe('a schedule', () => {
  const change = (id: number, wish: object) =>
    server.json(`/api/users/${id}`, body('PUT', { roles: ['inspector'], unitCode: OWN, ...wish }));

  it('reads no more than its maker may today, and nothing once they may not', async () => {
    const maker = await signedUp(server, { name: 'maker', roles: ['inspector'], unitCode: OWN });
    const id = await accountOf(maker);
    const { id: nightly } = await schedule(as(maker), { name: 'nightly', unit: OWN });
    const written = async (statuses: readonly string[]) => {
      await run(server, nightly);
      const [latest] = await runsOnce(server, nightly, statuses);
      return latest;
    };
    const first = await written(['written']);
    const file = readFileSync(join(server.dataFolder, 'exports', first?.file ?? ''), 'utf8');
    expect(file).toMatch(ours.mark);
    expect(file).not.toMatch(theirs.mark);

    await server.json(
      `/api/users/${id}/recusals`,
      body('POST', { staffNo: ours.staffNo, reason: 'kin' }),
    );
    expect(await status(maker, `/api/exports/runs/${first?.id}/file`)).toBe(409);
    const recused = await written(['written', 'written']);
    expect(recused).toMatchObject({ rowCount: 0 });

    await change(id, { roles: ['leader'] });
    const demoted = await written(['failed', 'written', 'written']);
    expect(demoted).toMatchObject({ error: expect.stringMatching(/maker.* may not export/) });
  });

  it('follows its maker to another part of the tree, where its unit is nobody’s', async () => {
    const moved = await signedUp(server, { name: 'moved', roles: ['inspector'], unitCode: OWN });
    const { id: nightly } = await schedule(as(moved), { name: 'moved', unit: OWN });
    await change(await accountOf(moved), { unitCode: FOREIGN });
    await run(server, nightly);
    const [latest] = await runsOnce(server, nightly, ['failed']);
    expect(latest).toMatchObject({ file: null, error: expect.not.stringMatching(ours.mark) });
  });
});

describe('a data officer', () => {
  const kinds = ['audit-finding'];
  const csv = { 'content-type': 'text/csv' };

  it('sends and previews no other kind, nor changes how other kinds are read', async () => {
    const officer = await signedUp(server, { name: 'officer', roles: ['data-officer'], kinds });
    const profile = { source: 'units', columns: { unit_code: 'Code' } };
    await server.json('/api/mappings/theirs', body('PUT', profile));
    for (const [method, path, init] of [
      ['POST', '/api/imports/units', { headers: csv, body: 'unit_code,name\nX,Y\n' }],
      ['POST', '/api/imports/units/preview', { headers: csv, body: 'unit_code,name\nX,Y\n' }],
      ['PUT', '/api/mappings/mine', body('PUT', profile)],
      ['PUT', '/api/mappings/theirs', body('PUT', { source: 'audit-finding' })],
      ['DELETE', '/api/mappings/theirs', {}],
    ] as const) {
      const refused = await status(officer, path, { ...init, method });
      expect([method, path, refused]).toEqual([method, path, 403]);
    }
    expect(await server.json('/api/mappings/theirs')).toMatchObject({ profile });
    const own = body('PUT', { source: 'audit-finding' });
    expect(await status(officer, '/api/mappings/mine', own)).toBe(200);
  });

  it('learns of nobody by a preview', async () => {
    const officer = await signedUp(server, { name: 'curious', roles: ['data-officer'], kinds });
    const preview = async (staffNo: string) => {
      const content = csvOf('ref,staff_no,audit_no,phase,found_on,severity').concat(
        `CANARY-AF,${staffNo},CANARY-AU,in_term,2026-03-01,3\n`,
      );
      const init = { method: 'POST', headers: csv, body: content };
      return (await officer.fetch('/api/imports/audit-finding/preview', init)).text();
    };
    const known = await preview(theirs.staffNo);
    expect(known.replaceAll(theirs.staffNo, 'X')).toBe(
      (await preview('NOBODY-1')).replaceAll('NOBODY-1', 'X'),
    );
  });

  it('neither enters, corrects, withdraws nor sets aside what is about themselves', async () => {
    const header = 'ref,staff_no,audit_no,phase,found_on,severity';
    const finding = (ref: string, severity: number) =>
      `${ref},${theirs.staffNo},SELF,in_term,2026-03-01,${severity}`;
    await importFile(server, 'audit-finding', [header, finding('SELF-1', 4)]);
    const account = { roles: ['data-officer'], staffNo: theirs.staffNo };
    const about = await signedUp(server, { name: 'themselves', ...account });
    const { token } = await about.json<{ token: string }>(
      '/api/tokens',
      body('POST', { role: 'data-officer' }),
    );
    const sending = { headers: { authorization: `Bearer ${token}` } };
    const rows = [header, finding('SELF-1', 0), finding('SELF-2', 0)];
    const corrected = await importFile(server, 'audit-finding', rows, sending);
    expect(corrected).toMatchObject({ rows: 2, accepted: 0, quarantined: 2 });
    expect(await causes(server, corrected.id)).toEqual(['2,,own-record', '3,,own-record']);
    const withdrawal = ['ref,staff_no,reason', `SELF-1,${theirs.staffNo},never happened`];
    const gone = { ...sending, query: 'mode=withdraw' };
    expect(await importFile(server, 'audit-finding', withdrawal, gone)).toMatchObject({
      accepted: 0,
      quarantined: 1,
    });
    const recorded = await server.json<{ rows: object[] }>(
      `/api/cadres/${theirs.staffNo}/records?source=audit-finding`,
    );
    expect(JSON.stringify(recorded)).not.toMatch(/SELF-2|never happened/);

    const waiting = await importFile(as(about), 'audit-finding', [
      header,
      finding('SELF-3', 1),
      finding('SELF-3', 4),
    ]);
    const quarantine = await about.json<{ rows: { id: number; importId: number }[] }>(
      '/api/quarantine',
    );
    const row = quarantine.rows.find(({ importId }) => importId === waiting.id);
    for (const decision of ['discard', 'release']) {
      const init = body('POST', { reason: 'never happened' });
      expect(await status(about, `/api/quarantine/${row?.id}/${decision}`, init)).toBe(403);
    }
  });
});

it('a second person of one bureau reads nobody else’s files', async () => {
  const second = await signedUp(server, {
    ...{ name: 'second', roles: ['data-officer', 'approver'], unitCode: OWN },
  });
  const { rows } = await server.json<{ rows: { id: number }[] }>('/api/imports');
  for (const part of ['', '/errors.csv', '/warnings.csv', '/rejected', '/events']) {
    expect([part, await status(second, `/api/imports/${rows[0]?.id}${part}`)]).toEqual([part, 404]);
  }
  expect(await second.json('/api/imports')).toEqual({ total: 0, rows: [] });
});

it('whoever is given rights, or gives them to a token, stands in the log with what was given', async () => {
  const granted = { role: 'inspector', unit: OWN, days: 1 };
  await server.json('/api/tokens', body('POST', granted));
  const account = { name: 'granted', roles: ['leader'], unitCode: OWN };
  const { id } = await server.json<{ id: number }>('/api/users', body('POST', account));
  await server.json(`/api/users/${id}`, body('PUT', { roles: ['inspector', 'auditor'] }));
  const latest = async (action: string) =>
    (await server.json<{ rows: object[] }>(`/api/audit?action=${action}&limit=2`)).rows;
  for (const [action, query] of [
    ['Tokens_create', { role: 'inspector', unit: OWN, days: '1' }],
    ['Users_create', { name: 'granted', roles: '["leader"]', unitCode: OWN }],
    ['Users_change', { roles: '["inspector","auditor"]' }],
  ] as const) {
    expect(await latest(action)).toMatchObject([
      { phase: 'answered', parameters: { query } },
      { phase: 'asked', parameters: { query } },
    ]);
  }
});

describe('a link', () => {
  it('for one person’s eyes reaches nothing of another’s, and opens no account', async () => {
    const text = { kind: 'contest', text: 'not so', source: 'audit-finding' };
    const contest = (staffNo: string, ref: string) =>
      server.json<{ ref: string }>(
        `/api/cadres/${staffNo}/replies`,
        body('POST', { ...text, ref }),
      );
    const foreign = await contest(theirs.staffNo, 'CANARY-AF');
    const { path } = await server.json<{ path: string }>(
      `/api/cadres/${ours.staffNo}/links`,
      body('POST', {}),
    );
    const link = path.split('#')[1] ?? '';
    const heard = (address: string, init: RequestInit) =>
      anonymously(server, address, { ...init, headers: { ...init.headers, 'probity-link': link } });
    for (const [address, init] of [
      [`/api/heard/replies/${foreign.ref}`, body('PUT', { text: 'changed' })],
      [`/api/heard/replies/${foreign.ref}/withdraw`, body('POST', { reason: 'changed' })],
      ['/api/heard/replies', body('POST', { ...text, ref: 'CANARY-AF' })],
    ] as const) {
      const answer = await heard(address, init);
      expect([address, answer.status]).toEqual([address, 404]);
      expect(await answer.text()).not.toMatch(/Stranger|THEIRS/);
    }
    const asAccount = body('POST', { token: link, password: 'seven green teapots' });
    expect((await anonymously(server, '/api/session/link', asAccount)).status).toBe(401);
    const asToken = { headers: { authorization: `Bearer ${link}` } };
    expect((await anonymously(server, '/api/session', asToken)).status).toBe(401);
    const asCookie = { headers: { cookie: `probity=${link}` } };
    expect((await anonymously(server, '/api/session', asCookie)).status).toBe(401);
  });
});

it('a unit and a person that are called like an attack are names like any other', async () => {
  const code = "'; DROP TABLE units;--";
  const name = '<script>alert(1)</script>../../etc/passwd';
  const units = csvOf('unit_code,name,parent_code').concat(`"${code}","${name}",TOP\n`);
  const cadres = csvOf('staff_no,name,unit_code').concat(`"%' OR '1'='1","${name}","${code}"\n`);
  for (const [kind, file] of [
    ['units', units],
    ['cadres', cadres],
  ] as const) {
    expect(await importFile(server, kind, file)).toMatchObject({ accepted: 1, quarantined: 0 });
  }
  const inspector = await signedUp(server, {
    ...{ name: 'injected', roles: ['inspector'], unitCode: code },
  });
  const encoded = encodeURIComponent("%' OR '1'='1");
  expect(await inspector.json(`/api/cadres/${encoded}`)).toMatchObject({ name, unitCode: code });
  const summary = `/api/units/${encodeURIComponent(code)}/summary`;
  expect(await inspector.json(summary)).toMatchObject({ code, name, cadreCount: 1 });
  expect(await inspector.json('/api/cadres?q=%25')).toMatchObject({ rows: [{ name }] });
  expect(await inspector.json(`/api/rankings?q=${encoded}`)).toMatchObject({ total: 1 });
  expect(await status(inspector, `/api/cadres/${ours.staffNo}`)).toBe(404);
  expect(await server.json('/api/units')).toMatchObject({ rows: expect.any(Array) });
});

describe('a saved view', () => {
  it('is its maker’s alone, replaced under its name, and refused where it is no address', async () => {
    const [one, other] = await Promise.all([
      signedUp(server, { name: 'keeper', roles: ['inspector'], unitCode: OWN }),
      signedUp(server, { name: 'neighbour', roles: ['leader'], unitCode: OWN }),
    ]);
    const at = `/api/saved-views/ranking/${encodeURIComponent('每日 50%')}`;
    await one.json(at, body('PUT', { query: 'band=high' }));
    await one.json(at, body('PUT', { query: 'band=watch' }));
    const own = await one.json('/api/saved-views/ranking');
    expect(own).toMatchObject({ total: 1, rows: [{ name: '每日 50%', query: 'band=watch' }] });
    expect(await other.json('/api/saved-views/ranking')).toEqual({ total: 0, rows: [] });
    expect(await one.json('/api/saved-views/follow-ups')).toEqual({ total: 0, rows: [] });
    expect(await status(other, at, { method: 'DELETE' })).toBe(404);
    for (const query of ['a#b', 'a b', 'x'.repeat(2001), 7]) {
      expect(await status(one, at, body('PUT', { query }))).toBe(400);
    }
    expect(await status(one, '/api/saved-views/audit')).toBe(400);
    expect(await one.json('/api/saved-views/ranking')).toEqual(own);
    expect(await status(one, at, { method: 'DELETE' })).toBe(204);
    expect(await status(one, at, { method: 'DELETE' })).toBe(404);
  });

  it('is one of fifty at most', async () => {
    const one = await signedUp(server, { name: 'collector', roles: ['inspector'], unitCode: OWN });
    const put = (name: string) =>
      status(one, `/api/saved-views/ranking/${name}`, body('PUT', { query: '' }));
    for (let number = 1; number <= 50; number++) expect(await put(`view ${number}`)).toBe(200);
    expect(await put('view 51')).toBe(409);
    expect(await put('view 50')).toBe(200);
  });
});
