import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, type SignedIn, signedUp } from '../../../support/access/sign-in.js';
import { csvOf, fresh, importAll } from '../../../support/records/importing.js';
import { causes, countsOf, importFile } from '../../../support/records/imports.js';
import { startServer, type TestServer } from '../../../support/server.js';

const asOf = '2024-06-01';

interface Score {
  readonly score: number;
  readonly knownAt: string;
  readonly sources: readonly { readonly contributions: readonly { readonly ref: string }[] }[];
}
interface Ranking {
  readonly stale: boolean;
  readonly rows: readonly { readonly staffNo: string; readonly score: number }[];
}
interface Proposal {
  readonly id: number;
  readonly state: string;
}

let server: TestServer;
let inspector: SignedIn;
let county: SignedIn;
let second: SignedIn;
let own: SignedIn;

const finding = (...rows: string[]) =>
  csvOf('ref,staff_no,audit_no,phase,found_on,severity', ...rows);

beforeAll(async () => {
  server = await startServer();
  const units = csvOf('unit_code,name,parent_code', 'P,Province,', 'C,County,P', 'D,Other,P');
  await importAll(server, 'units', units);
  await importAll(
    server,
    'cadres',
    csvOf('staff_no,name,unit_code', 'A1,王建国,C', 'B1,王建国,C', 'D1,别人,D'),
  );
  await importAll(server, 'audit-finding', finding('FA,A1,X,in_term,2024-01-10,2'));
  await importAll(server, 'audit-finding', finding('FB,B1,Y,in_term,2024-01-10,3'));
  const debriefing = ['staff_no,year,held_on,score,grade', 'B1,2023,2024-01-20,50,incompetent'];
  await importAll(server, 'debriefing-score', csvOf(...debriefing));
  inspector = await signedUp(server, { name: 'inspector', roles: ['inspector'] });
  county = await signedUp(server, { name: 'county', roles: ['inspector'], unitCode: 'C' });
  second = await signedUp(server, { name: 'second', roles: ['approver'], unitCode: 'C' });
  own = await signedUp(server, { name: 'own', roles: ['inspector'], staffNo: 'B1' });
});
afterAll(() => server.stop());

const scoreOf = (by: Pick<SignedIn, 'json'>, staffNo: string, knownAt?: string) =>
  by.json<Score>(
    `/api/cadres/${staffNo}/score?asOf=${asOf}${knownAt ? `&knownAt=${encodeURIComponent(knownAt)}` : ''}`,
  );
const pointsOf = async (staffNo: string) => (await scoreOf(inspector, staffNo)).score;
const bits = ({ score, sources }: Score) => JSON.stringify({ score, sources });
const ranked = async () => {
  const { rows } = await fresh<Ranking>(server, `/api/rankings?asOf=${asOf}`);
  return rows.map(({ staffNo, score }) => `${staffNo} ${score}`);
};
const propose = (staffNo: string, formerStaffNo: string) =>
  inspector.fetch(
    '/api/merges',
    body('POST', { staffNo, formerStaffNo, reason: '同一人两个工号' }),
  );
const approve = (by: Pick<SignedIn, 'fetch'>, id: number) =>
  by.fetch(`/api/proposals/${id}/approve`, body('POST', { reason: '已核对档案' }));

let together = 0;

describe('two numbers of one person', () => {
  const before: { instant: string; a: string; b: string } = { instant: '', a: '', b: '' };

  it('stay two until a second person has confirmed that they are one', async () => {
    const [a, b] = [await scoreOf(inspector, 'A1'), await scoreOf(inspector, 'B1')];
    Object.assign(before, { instant: b.knownAt, a: bits(a), b: bits(b) });
    const seen = await inspector.json<object>(
      '/api/merges/preview',
      body('POST', { staffNo: 'A1', formerStaffNo: 'B1' }),
    );
    expect(seen).toMatchObject({
      possible: true,
      records: [
        { kind: 'debriefing-score', count: 1, clashes: [] },
        { kind: 'audit-finding', count: 1, clashes: [] },
      ],
    });
    const proposed = await propose('A1', 'B1');
    expect(proposed.status).toBe(202);
    const { id } = (await proposed.json()) as Proposal;
    expect((await propose('A1', 'B1')).status).toBe(409);
    expect((await approve(inspector, id)).status).toBe(403);
    expect((await approve(server, id)).status).toBe(403);
    const foreign = await signedUp(server, { name: 'd', roles: ['approver'], unitCode: 'D' });
    expect((await approve(foreign, id)).status).toBe(404);
    expect(await foreign.json('/api/proposals')).toMatchObject({ total: 0 });
    expect(await pointsOf('B1')).toBe(b.score);

    expect((await approve(second, id)).status).toBe(200);
    together = await pointsOf('A1');
    expect(together).toBeCloseTo(a.score + b.score, 6);
    expect(await ranked()).toEqual([`A1 ${together}`, 'D1 0']);
  });

  it('answer as two at an instant before, bit for bit', async () => {
    for (const by of [inspector, county]) {
      expect(bits(await scoreOf(by, 'A1', before.instant))).toBe(before.a);
      expect(bits(await scoreOf(by, 'B1', before.instant))).toBe(before.b);
    }
  });

  it('are both understood from now on', async () => {
    expect(await pointsOf('B1')).toBe(together);
    const again = await importFile(
      server,
      'audit-finding',
      finding('FB,B1,Y,in_term,2024-01-10,3', ''),
    );
    expect(countsOf(again)).toEqual([1, 0, 1, 0, 0, 0]);
    const person = await inspector.json<object>('/api/cadres/A1');
    expect(person).toMatchObject({ aliases: [{ system: 'merged', identifier: 'B1' }] });
    const found = await county.json<object>('/api/cadres?q=B1');
    expect(found).toMatchObject({ rows: [{ staffNo: 'A1' }] });
  });

  it('are one in the register: a row under the former one is refused by name', async () => {
    const register = ['staff_no,name,unit_code,post', 'A1,王建国,C,Director', 'B1,王建国,C,Clerk'];
    const state = await importFile(server, 'cadres', register);
    expect(countsOf(state)).toEqual([2, 1, 0, 1, 0, 0]);
    expect(await causes(server, state.id)).toEqual(['3,staff_no,merged-number']);
    const again = await importFile(server, 'cadres', [...register, '']);
    expect(countsOf(again).slice(0, 4)).toEqual([2, 0, 2, 0]);
  });

  it('are both hidden from whoever has one of them', async () => {
    for (const path of ['A1', 'B1', `B1/score?knownAt=${encodeURIComponent(before.instant)}`]) {
      expect((await own.fetch(`/api/cadres/${path}`)).status, path).toBe(404);
    }
  });

  it('can be told apart again, and the time between stays as it was', async () => {
    const between = await scoreOf(inspector, 'A1');
    const { rows } = await inspector.json<{ rows: { id: number }[] }>('/api/merges');
    const split = await inspector.fetch(
      `/api/merges/${rows[0]?.id}/split`,
      body('POST', { reason: '确为两人' }),
    );
    expect(split.status).toBe(202);
    const { id } = (await split.json()) as Proposal;
    expect(await pointsOf('A1')).toBe(together);
    expect((await approve(second, id)).status).toBe(200);
    expect(bits(await scoreOf(inspector, 'A1'))).toBe(before.a);
    expect(bits(await scoreOf(inspector, 'B1'))).toBe(before.b);
    expect(bits(await scoreOf(inspector, 'A1', between.knownAt))).toBe(bits(between));
    expect(bits(await scoreOf(inspector, 'B1', before.instant))).toBe(before.b);
    expect((await own.fetch('/api/cadres/A1')).status).toBe(200);
    expect((await own.fetch('/api/cadres/B1')).status).toBe(404);
    const again = await importFile(
      server,
      'audit-finding',
      finding('FB,B1,Y,in_term,2024-01-10,3', '', ''),
    );
    expect(countsOf(again)).toEqual([1, 0, 1, 0, 0, 0]);
  });
});

describe('two numbers whose records say different things', () => {
  it('are not merged before one of the two is withdrawn', async () => {
    const debriefings = ['staff_no,year,held_on,score,grade', 'A1,2023,2024-01-20,90,excellent'];
    await importAll(server, 'debriefing-score', csvOf(...debriefings));
    const refused = await propose('A1', 'B1');
    expect(refused.status).toBe(409);
    expect(((await refused.json()) as { detail: string }).detail).toContain('debriefing-score');
    const withdrawal = csvOf('staff_no,year,reason', 'A1,2023,wrong person');
    await importAll(server, 'debriefing-score', withdrawal, 'mode=withdraw');
    const { id } = (await (await propose('A1', 'B1')).json()) as Proposal;
    expect((await approve(second, id)).status).toBe(200);
    expect(await pointsOf('A1')).toBe(together);
  });
});
