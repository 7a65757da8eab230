import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, signedUp, signIn } from '../../../support/access/sign-in.js';
import { approve, draftPolicy } from '../../../support/access/two-people.js';
import { probity } from '../../../support/cli.js';
import { startDatabase, type TestDatabase } from '../../../support/database.js';
import { csvOf, fresh, importAll } from '../../../support/records/importing.js';
import { startServer, type TestServer } from '../../../support/server.js';

interface Score {
  readonly score: number;
  readonly knownAt: string;
  readonly incomplete: readonly { readonly kind: string; readonly count: number }[];
}
interface Kinds {
  readonly kinds: readonly { readonly kind: string }[];
}

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await importAll(server, 'units', csvOf('unit_code,name', 'U1,One'));
  await importAll(
    server,
    'cadres',
    csvOf('staff_no,name,unit_code', 'S1,甲,U1', 'S2,乙,U1', 'S3,丙,U1'),
  );
  const header = 'ref,staff_no,audit_no,phase,found_on,severity,rectified_on,return_visited_on';
  const findings = [
    'F1,S1,A1,in_term,2010-03-01,3,2010-04-01,2010-05-01',
    'F2,S1,A2,in_term,2010-06-01,3,,',
    'F3,S2,A1,in_term,2023-03-01,2,2023-04-01,2023-05-01',
    'F4,S3,A1,in_term,2010-03-01,3,2010-04-01,2010-05-01',
  ];
  await importAll(server, 'audit-finding', csvOf(header, ...findings));
  // A corrected record goes with all of its versions.
  await importAll(
    server,
    'audit-finding',
    csvOf('ref,staff_no,audit_no,phase,found_on,severity', 'F1,S1,A1,in_term,2010-03-02,4'),
  );
  const contest = { kind: 'contest', text: '不实', source: 'audit-finding', ref: 'F4' };
  await server.json('/api/cadres/S3/replies', body('POST', contest));
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

const scoreOf = (staffNo: string, query: string) =>
  server.json<Score>(`/api/cadres/${staffNo}/score?${query}`);
const known = (instant: string) => `asOf=2012-01-01&knownAt=${encodeURIComponent(instant)}`;
const counts = async () => {
  const { rows } = await database.client.query<{ ref: string; versions: string }>(
    'SELECT ref, count(*) AS versions FROM audit_finding GROUP BY ref ORDER BY ref',
  );
  return rows.map(({ ref, versions }) => `${ref} ${versions}`);
};
const keep = (years: number | null) =>
  server.json(
    '/api/policies',
    body('POST', {
      changes: {
        retention: { keepYears: { 'audit-finding': years }, clause: { 'audit-finding': '第七条' } },
      },
      note: 'retention',
    }),
  );

describe('retention', () => {
  it('removes nothing as long as the policy keeps everything', async () => {
    expect(await server.json<Kinds>('/api/retention/preview')).toMatchObject({ kinds: [] });
    expect(await server.json('/api/retention/runs', body('POST', {}))).toMatchObject({
      rowCount: 0,
    });
  });

  it('shows what would go, and what is still needed, before anything does', async () => {
    await keep(10);
    await fresh(server, '/api/rankings');
    const before = await counts();
    const { kinds } = await server.json<Kinds>('/api/retention/preview');
    // F1 alone: F2 is not rectified yet, F3 is younger, F4 is contested.
    expect(kinds).toEqual([
      expect.objectContaining({
        ...{ kind: 'audit-finding', keepYears: 10, clause: '第七条' },
        ...{ recordCount: 1, rowCount: 2, peopleCount: 1, neededCount: 2 },
      }),
    ]);
    const unsaid = await probity(server.url, ['retention', 'run']);
    expect(unsaid).toMatchObject({ code: 1, stdout: '' });
    expect(unsaid.stderr).toMatch(/audit-finding: 1 records of 1 people.*add --yes/s);
    expect(await counts()).toEqual(before);
  });

  it('removes it with all versions, and replay says that it is without them', async () => {
    const before = await scoreOf('S1', 'asOf=2012-01-01');
    expect(before.incomplete).toEqual([]);
    const run = await server.json<object>('/api/retention/runs', body('POST', {}));
    expect(run).toMatchObject({
      rowCount: 2,
      removals: [
        {
          ...{ cause: 'retention', kind: 'audit-finding', recordCount: 1, rowCount: 2 },
          ...{ fromOn: '2010-03-01', toOn: '2010-03-02', clause: '第七条', peopleCount: 1 },
        },
      ],
    });
    expect(await counts()).toEqual(['F2 1', 'F3 1', 'F4 1']);
    const after = await scoreOf('S1', known(before.knownAt));
    expect(after.score).toBeLessThan(before.score);
    expect(after.incomplete).toMatchObject([{ kind: 'audit-finding', count: 1 }]);
    expect((await scoreOf('S1', 'asOf=2012-01-01')).incomplete).toHaveLength(1);
    expect((await scoreOf('S1', 'asOf=2009-01-01')).incomplete).toEqual([]);
    expect((await scoreOf('S1', '')).incomplete).toEqual([]);
    expect((await scoreOf('S2', known(before.knownAt))).incomplete).toEqual([]);
    const metrics = await (await server.fetch('/api/metrics')).text();
    expect(metrics).toMatch(/probity_replay_differences_total 0/);
  });

  it('is followed by published scores, and by what is in memory', async () => {
    const path = '/api/rankings?asOf=2012-01-01';
    const ranking = await fresh<{
      stale: boolean;
      rows: { staffNo: string; score: number }[];
    }>(server, path);
    for (const { staffNo, score } of ranking.rows) {
      expect([staffNo, score]).toEqual([
        staffNo,
        (await scoreOf(staffNo, 'asOf=2012-01-01')).score,
      ]);
    }
    expect(await server.json('/api/retention/runs', body('POST', {}))).toMatchObject({
      rowCount: 0,
    });
  });

  it('takes two people to be set, so that one of them alone removes nothing', async () => {
    const approver = await signedUp(server, { name: 'second', roles: ['approver'] });
    const roles = ['administrator', 'inspector'];
    const administrator = await signedUp(server, { name: 'first', roles });
    const run = async () => {
      await fresh(administrator, '/api/rankings');
      return administrator.json<{ rowCount: number }>('/api/retention/runs', body('POST', {}));
    };
    const before = await counts();
    const draft = await draftPolicy(administrator, {
      retention: { keepYears: { 'audit-finding': 1 } },
    });
    expect(draft.state).toBe('waiting');
    expect((await administrator.json<Kinds>('/api/retention/preview')).kinds).toMatchObject([
      { kind: 'audit-finding', keepYears: 10, recordCount: 0 },
    ]);
    expect(await run()).toMatchObject({ rowCount: 0 });
    expect(await counts()).toEqual(before);
    await approve(approver, draft.id);
    expect(await run()).toMatchObject({ rowCount: 1 });
    expect(await counts()).toEqual(before.filter((row) => row !== 'F3 1'));
  });

  it('is for administrators', async () => {
    const administrator = await signIn(server, 'first');
    const account = { name: 'inspector', roles: ['inspector'] };
    const inspector = await signedUp(server, account, administrator);
    expect((await inspector.fetch('/api/retention/runs', body('POST', {}))).status).toBe(403);
  });
});
