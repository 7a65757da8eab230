import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programOf } from '../../../support/access/programs.js';
import { body, makeAccount, type SignedIn, signedUp } from '../../../support/access/sign-in.js';
import { csvOf, fresh, importAll } from '../../../support/records/importing.js';
import { startServer, type TestServer } from '../../../support/server.js';

const asOf = '2024-06-01';

interface Row {
  readonly id: number;
  readonly importId: number;
  readonly state: string;
  readonly proposal: { state: string; proposedBy: string; decidedBy: string | null } | null;
}
interface Rows {
  readonly total: number;
  readonly rows: Row[];
}

let server: TestServer;
let officer: SignedIn;
let approver: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  server = await startServer();
  await importAll(
    server,
    'units',
    csvOf('unit_code,name,parent_code', 'P,Province,', 'N,North,P', 'S,South,P'),
  );
  await importAll(
    server,
    'cadres',
    csvOf('staff_no,name,unit_code', 'N1,甲,N', 'N2,乙,N', 'S1,丙,S'),
  );
  await fresh(server, `/api/rankings?asOf=${asOf}`);
  const kinds = ['audit-finding', 'units'];
  officer = await signedUp(server, {
    ...{ name: 'sender', roles: ['data-officer', 'approver'], kinds },
  });
  approver = await signedUp(server, { name: 'second', roles: ['approver'], unitCode: 'N' });
  stranger = await signedUp(server, { name: 'elsewhere', roles: ['approver'], unitCode: 'S' });
});
afterAll(() => server.stop());

/** Two rows about somebody that can't both be right, sent by the officer; the row numbers. */
async function conflicting(ref: string, staffNo: string): Promise<readonly [number, number]> {
  const row = (severity: number) => `${ref},${staffNo},A1,in_term,2024-01-10,${severity}`;
  const { id } = await officer.json<{ id: number }>('/api/imports/audit-finding', {
    ...{ method: 'POST', headers: { 'content-type': 'text/csv' } },
    body: csvOf('ref,staff_no,audit_no,phase,found_on,severity', row(1), row(4)),
  });
  await (await officer.fetch(`/api/imports/${id}/events`)).text();
  const { rows } = await officer.json<Rows>('/api/quarantine?limit=1000');
  const [mild, grave] = rows.filter((row) => row.importId === id).map((row) => row.id);
  return [mild ?? 0, grave ?? 0];
}

const decide = (by: Pick<SignedIn, 'fetch'>, id: number, what: string, reason = '核对原件') =>
  by.fetch(`/api/quarantine/${id}/${what}`, body('POST', { reason }));
const codeOf = async (answer: Response) => ((await answer.json()) as { type: string }).type;
const scoreOf = async (staffNo: string) =>
  (await server.json<{ score: number }>(`/api/cadres/${staffNo}/score?asOf=${asOf}`)).score;

describe('the release of a row that touches published scores', () => {
  it('changes nothing until a second person has confirmed it', async () => {
    const [mild, grave] = await conflicting('F1', 'N1');
    const proposed = await decide(officer, grave, 'release');
    expect(proposed.status).toBe(202);
    expect(await proposed.json()).toMatchObject({
      state: 'waiting',
      proposal: { state: 'waiting', proposedBy: 'sender', reason: '核对原件' },
    });
    expect(await scoreOf('N1')).toBe(0);
    expect((await decide(officer, grave, 'release')).status).toBe(409);

    for (const [by, status] of [
      [officer, 403],
      [server, 403],
      [stranger, 404],
    ] as const) {
      const refused = await decide(by, grave, 'approve');
      expect(refused.status).toBe(status);
      if (status === 403) expect(await codeOf(refused)).toBe('urn:probity:needs-second-person');
    }
    expect(await scoreOf('N1')).toBe(0);
    const { rows } = await approver.json<Rows>('/api/quarantine?proposed=true');
    expect(rows.map((row) => row.id)).toEqual([grave]);

    const released = await decide(approver, grave, 'approve');
    expect(await released.json()).toMatchObject({
      state: 'released',
      proposal: { state: 'approved', proposedBy: 'sender', decidedBy: 'second' },
    });
    expect(await scoreOf('N1')).toBeGreaterThan(0);
    expect((await decide(approver, grave, 'approve')).status).toBe(409);
    expect((await decide(officer, mild, 'discard')).status).toBe(200);
  });

  it('can be declined, and then proposed again', async () => {
    const [, grave] = await conflicting('F2', 'N2');
    expect((await decide(approver, grave, 'decline')).status).toBe(409);
    await decide(officer, grave, 'release');
    const declined = await decide(approver, grave, 'decline', 'not in the report');
    expect(await declined.json()).toMatchObject({
      state: 'waiting',
      proposal: { state: 'declined', decidedReason: 'not in the report' },
    });
    expect((await decide(approver, grave, 'approve')).status).toBe(409);
    expect((await decide(officer, grave, 'release')).status).toBe(202);
    expect((await decide(officer, grave, 'decline')).status).toBe(200);
    expect(await scoreOf('N2')).toBe(0);
  });

  it('lapses with its row', async () => {
    const [, grave] = await conflicting('F3', 'N2');
    await decide(officer, grave, 'release');
    const discarded = await decide(officer, grave, 'discard');
    expect(await discarded.json()).toMatchObject({
      state: 'discarded',
      proposal: { state: 'lapsed' },
    });
    expect((await decide(approver, grave, 'approve')).status).toBe(409);
  });

  it('cannot be confirmed for a token of the bootstrap, nor by a token of who proposed it', async () => {
    const [, grave] = await conflicting('F4', 'N2');
    await decide(officer, grave, 'release');
    for (const by of [
      await programOf(server, ['approver']),
      await programOf(server, ['approver'], officer),
    ]) {
      const refused = await decide(by, grave, 'approve');
      expect([refused.status, await codeOf(refused)]).toEqual([
        403,
        'urn:probity:needs-second-person',
      ]);
    }
  });

  it('is not shown to anybody whom it is about', async () => {
    const [, grave] = await conflicting('F5', 'S1');
    await decide(officer, grave, 'release');
    const about = { name: 'about', roles: ['approver'], staffNo: 'S1' };
    const concerned = await signedUp(server, about);
    expect((await decide(concerned, grave, 'approve')).status).toBe(404);
    const { rows } = await concerned.json<Rows>('/api/quarantine?limit=1000');
    expect(rows.map((row) => row.id)).not.toContain(grave);
    expect((await decide(stranger, grave, 'approve')).status).toBe(200);
  });
});

describe('the release of a row that touches no published score', () => {
  it('takes one person', async () => {
    await makeAccount(server, { name: 'idle', roles: ['approver'] });
    const { id } = await officer.json<{ id: number }>('/api/imports/units', {
      ...{ method: 'POST', headers: { 'content-type': 'text/csv' } },
      body: csvOf('unit_code,name,parent_code', 'W,West,P', 'W,Far West,P'),
    });
    await (await officer.fetch(`/api/imports/${id}/events`)).text();
    const { rows } = await officer.json<Rows>('/api/quarantine?limit=1000&kind=units');
    const released = await decide(officer, rows[1]?.id ?? 0, 'release');
    expect(released.status).toBe(200);
    expect(await released.json()).toMatchObject({ state: 'released', proposal: null });
  });
});
