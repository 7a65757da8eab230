import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedUp } from '../../support/access/sign-in.js';
import { fresh } from '../../support/records/importing.js';
import { countsOf, finished, importFile, report } from '../../support/records/imports.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const header = 'ref,staff_no,given_on,respondent,circle,rating';
const opinion = (ref: string, staffNo: string, rating = 0) =>
  `${ref},${staffNo},2024-01-01,peer,work,${rating}`;
const opinions = (rows: string[], query = '') =>
  importFile(server, 'inspection-opinion', [header, ...rows], { query });
const later = async (id: number) => countsOf(await finished(server, id));

describe('rows that wait for what they refer to', () => {
  it('are released through every step when it arrives, and the counts of their import stay', async () => {
    const first = await opinions([opinion('A1', 'S1'), opinion('A2', 'S2')]);
    expect(countsOf(first)).toEqual([2, 0, 0, 2, 0, 0]);
    const people = await importFile(server, 'cadres', ['staff_no,name,unit_code', 'S1,甲,U2']);
    expect(countsOf(people)).toEqual([1, 0, 0, 1, 0, 0]);
    const child = await importFile(server, 'units', ['unit_code,name,parent_code', 'U2,Two,U1']);
    expect(countsOf(child)).toEqual([1, 0, 0, 1, 0, 0]);
    const root = await importFile(server, 'units', ['unit_code,name', 'U1,One']);
    expect(countsOf(root)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(await later(child.id)).toEqual([1, 0, 0, 1, 1, 0]);
    expect(await later(people.id)).toEqual([1, 0, 0, 1, 1, 0]);
    expect(await later(first.id)).toEqual([2, 0, 0, 2, 1, 0]);
    expect(countsOf(await opinions([opinion('A1', 'S1'), '']))).toEqual([1, 0, 1, 0, 0, 0]);
  });

  it('come in the order of their imports, and never over what came since', async () => {
    const person = (unit: string) =>
      importFile(server, 'cadres', ['staff_no,name,unit_code', `S5,戊,${unit}`]);
    const old = await person('U7');
    expect(countsOf(await person('U1'))).toEqual([1, 1, 0, 0, 0, 0]);
    const newer = await person('U8');
    const newest = await person('U9');
    await importFile(server, 'units', ['unit_code,name', 'U9,Nine', 'U7,Seven', 'U8,Eight']);
    expect(await later(old.id)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(await later(newer.id)).toEqual([1, 0, 0, 1, 1, 0]);
    expect(await later(newest.id)).toEqual([1, 0, 0, 1, 1, 0]);
    const again = await importFile(server, 'cadres', ['staff_no,name,unit_code,post', 'S5,戊,U9,']);
    expect(countsOf(again)).toEqual([1, 0, 1, 0, 0, 0]);
  });

  it("are found by another office's number once an alias names it, in its own system only", async () => {
    const theirs = await opinions([opinion('B1', 'X-77', 1)], 'system=audit');
    const others = await opinions([opinion('B1', 'X-77', 1)], 'system=court');
    await importFile(server, 'cadre-aliases', ['staff_no,system,identifier', 'S1,audit,X-77']);
    expect(await later(theirs.id)).toEqual([1, 0, 0, 1, 1, 0]);
    expect(await later(others.id)).toEqual([1, 0, 0, 1, 0, 0]);
    const ours = await opinions([opinion('B1', 'S1', 1), ''], 'system=audit');
    expect(countsOf(ours)).toEqual([1, 0, 1, 0, 0, 0]);
  });

  it('wait for an appointment case too', async () => {
    const row = `${opinion('C1', 'S1', 2)},K1`;
    const waiting = await importFile(server, 'inspection-opinion', [`${header},case_no`, row]);
    expect(countsOf(waiting)).toEqual([1, 0, 0, 1, 0, 0]);
    await importFile(server, 'appointment-case', [
      'case_no,staff_no,unit_code,post,rank,opened_on',
      'K1,S1,U1,Director,R1,2024-01-01',
    ]);
    expect(await later(waiting.id)).toEqual([1, 0, 0, 1, 1, 0]);
  });
});

interface Waiting {
  readonly rows: { id: number; importId: number; code: string; line: number }[];
}

describe('a conflict', () => {
  const settle = (
    id: number | undefined,
    decision: string,
    reason?: string,
    by: Pick<TestServer, 'fetch'> = server,
  ) =>
    by.fetch(`/api/quarantine/${id}/${decision}`, {
      method: 'POST',
      body: JSON.stringify({ reason }),
      headers: { 'content-type': 'application/json' },
    });
  const waitingOf = async (importId: number) => {
    const { rows } = await server.json<Waiting>('/api/quarantine?limit=1000');
    return rows.filter((row) => row.importId === importId);
  };

  it('about somebody with a score is settled by two people, with a reason', async () => {
    const second = await signedUp(server, { name: 'second', roles: ['approver'] });
    await fresh(server, '/api/rankings');
    const state = await opinions([opinion('D1', 'S1', 1), opinion('D1', 'S1', -2)]);
    const [kept, dropped] = await waitingOf(state.id);
    expect([kept?.code, dropped?.code]).toEqual(['conflict', 'conflict']);
    expect((await settle(kept?.id, 'release')).status).toBe(400);
    expect((await settle(kept?.id, 'release', '核对原件')).status).toBe(202);
    expect((await settle(kept?.id, 'approve', '同意', second)).status).toBe(200);
    expect((await settle(kept?.id, 'release', 'again')).status).toBe(409);
    expect((await settle(dropped?.id, 'discard', '录入错误')).status).toBe(200);
    expect(await later(state.id)).toEqual([2, 0, 0, 2, 1, 0]);
    expect(countsOf(await opinions([opinion('D1', 'S1', 1), '']))).toEqual([1, 0, 1, 0, 0, 0]);
  });

  it('cannot be settled for a row that nobody could read', async () => {
    const state = await opinions(['E1,S1,yesterday,peer,work,0']);
    const [bad] = await waitingOf(state.id);
    expect((await settle(bad?.id, 'release', 'why not')).status).toBe(409);
  });
});

describe('what is possible but unlikely', () => {
  it('is imported with a warning', async () => {
    const state = await importFile(server, 'cadres', [
      'staff_no,name,appointed_on,left_on,left_hand',
      'W1,一,2019.05,2018-01-01,x',
      'W2,二,1901-01-01,2999-12-31,x',
    ]);
    expect(countsOf(state).slice(0, 4)).toEqual([2, 2, 0, 0]);
    const lines = await report(server, state.id, 'warnings.csv');
    expect(lines.map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
      '1,left_hand,unknown-column',
      '2,appointed_on,month-only',
      '2,left_on,dates-out-of-order',
      '3,appointed_on,distant-date',
      '3,left_on,future-date',
    ]);
    expect(state.warnings).toBe(lines.length);
  });
});
