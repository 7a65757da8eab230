import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOf, fresh, importAll } from '../../support/records/importing.js';
import { startServer, type TestServer } from '../../support/server.js';

interface FollowUp {
  readonly kind: string;
  readonly staffNo: string;
  readonly ref: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
  readonly state: string;
  readonly daysOverdue: number;
  readonly owedBy: string;
  readonly inherited: boolean;
}

interface List {
  readonly stale: boolean;
  readonly total: number;
  readonly rows: readonly FollowUp[];
}

async function importRecords(server: TestServer): Promise<void> {
  await importAll(server, 'units', csvOf('unit_code,name,parent_code', 'P,Province,', 'PA,A,P'));
  await importAll(
    server,
    'cadres',
    csvOf('staff_no,name,unit_code,appointed_on', 'S1,Zhang,PA,2020-01-01', 'S2,Li,P,2020-01-01'),
  );
  await importAll(
    server,
    'audit-finding',
    csvOf(
      'ref,staff_no,audit_no,phase,found_on,severity,rectified_on',
      'AF-1,S1,AU,in_term,2023-12-01,2,',
      'AF-2,S2,AU,in_term,2024-01-10,2,2024-02-29',
    ),
  );
  await importAll(
    server,
    'inspection-opinion',
    csvOf(
      'ref,staff_no,given_on,respondent,circle,rating,channel',
      'OP-1,S1,2023-11-02,peer,work,-2,interview',
      'OP-2,S1,2023-11-02,peer,work,-2,ballot',
    ),
  );
  await importAll(
    server,
    'personal-matter-report',
    csvOf('staff_no,period,kind,due_on', 'S2,2023,annual,2024-01-31'),
  );
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importRecords(server);
});
afterAll(() => server.stop());

const list = (query: string) => fresh<List>(server, `/api/follow-ups?${query}`);

async function only(query: string): Promise<FollowUp | undefined> {
  const { rows } = await list(query);
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0];
}

describe('follow-ups across the ends of months and years', () => {
  it.each([
    // 90 days after 1 December 2023 is the leap day.
    ['2024-01-31', 'open', 0],
    ['2024-02-15', 'due-soon', 0],
    ['2024-02-29', 'due-soon', 0],
    ['2024-03-01', 'overdue', 1],
    ['2025-02-28', 'overdue', 365],
  ])('the leap day, seen from %s', async (asOf, state, daysOverdue) => {
    expect(await only(`asOf=${asOf}&kind=rectify-finding&staffNo=S1`)).toMatchObject({
      ref: 'AF-1',
      dueOn: '2024-02-29',
      owedBy: 'unit',
      state,
      daysOverdue,
    });
  });

  it.each([
    ['2023-12-31', 'due-soon', 0],
    ['2024-01-01', 'due-soon', 0],
    ['2024-01-02', 'overdue', 1],
  ])(
    'new year, seen from %s, and no verification of a ballot',
    async (asOf, state, daysOverdue) => {
      expect(await only(`asOf=${asOf}&kind=verify-opinion`)).toMatchObject({
        ref: 'OP-1',
        dueOn: '2024-01-01',
        owedBy: 'office',
        state,
        daysOverdue,
      });
    },
  );

  it('a report is listed from 31 days ahead, under its identity', async () => {
    expect(await only('asOf=2023-12-30&kind=submit-report')).toBeUndefined();
    expect(await only('asOf=2023-12-31&kind=submit-report')).toMatchObject({
      ref: 'S2/2023/annual',
      state: 'open',
      owedBy: 'cadre',
    });
  });

  it('is closed by what comes, and not before it came', async () => {
    const query = 'kind=rectify-finding&staffNo=S2';
    expect(await only(`asOf=2024-02-28&${query}`)).toMatchObject({ closedOn: null });
    expect(await only(`asOf=2024-02-29&${query}`)).toMatchObject({
      state: 'closed',
      closedOn: '2024-02-29',
    });
    expect(await only('asOf=2024-02-29&kind=return-visit')).toMatchObject({ dueOn: '2024-05-29' });
  });
});

describe('a list of follow-ups', () => {
  const asOf = 'asOf=2024-03-01';

  it('is in order of due date, person, kind and ref, and filtered', async () => {
    const { rows, total } = await list(asOf);
    expect(total).toBe(5);
    expect(rows.map((row) => row.dueOn)).toEqual(rows.map((row) => row.dueOn).toSorted());
    expect((await list(`${asOf}&state=overdue`)).total).toBe(3);
    expect((await list(`${asOf}&state=overdue,closed`)).total).toBe(4);
    expect((await list(`${asOf}&unit=PA`)).total).toBe(2);
    expect((await list(`${asOf}&owedBy=cadre`)).total).toBe(1);
    expect((await list(`${asOf}&q=af-1`)).total).toBe(1);
    expect((await list(`${asOf}&offset=4&limit=10`)).rows).toHaveLength(1);
  });

  it('has its counts by kind and by week', async () => {
    const summary = await fresh<{
      stale: boolean;
      byKind: Record<string, object>;
      weeks: { from: string; count: number }[];
    }>(server, '/api/follow-ups/summary?asOf=2024-02-26');
    expect(summary.byKind['rectify-finding']).toEqual({ overdue: 0, dueSoon: 1, open: 1 });
    expect(summary.byKind['submit-report']).toEqual({ overdue: 1, dueSoon: 0, open: 0 });
    expect(summary.weeks).toHaveLength(8);
    expect(summary.weeks[0]).toEqual({ from: '2024-02-26', count: 1 });
  });

  it('comes as CSV too', async () => {
    const response = await server.fetch(`/api/follow-ups?${asOf}`, {
      headers: { accept: 'text/csv' },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const lines = bytes.toString().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFkind,staffNo,name,unitCode,ref,source,dueOn,/);
    expect(lines).toHaveLength(7);
  });

  it.each([
    ['state=late', 'state'],
    ['kind=dance', 'kind'],
    ['owedBy=me', 'owedBy'],
    ['inherited=maybe', 'inherited'],
    ['person=S1', 'person'],
  ])('refuses %s by name', async (query, parameter) => {
    const response = await server.fetch(`/api/follow-ups?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ parameter });
  });
});

describe('what was due before counting began', () => {
  it('is told as inherited, and left out of counts', async () => {
    await server.json('/api/policies', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        changes: { followUps: { countFrom: { 'verify-opinion': '2024-02-01' } } },
        note: 'history imported',
      }),
    });
    expect(await only('asOf=2024-03-01&kind=verify-opinion')).toMatchObject({
      state: 'overdue',
      inherited: true,
    });
    expect((await list('asOf=2024-03-01&state=overdue&inherited=false')).total).toBe(2);
    const ranking = await fresh<{
      stale: boolean;
      rows: { staffNo: string; officeOverdueCount: number }[];
    }>(server, '/api/rankings?asOf=2024-03-01&q=S1');
    expect(ranking.rows[0]?.officeOverdueCount).toBe(1);
  });
});

/** Rankings and follow-ups round the leap day and the new year, from a server under this TZ. */
async function answersUnder(TZ: string): Promise<string> {
  const elsewhere = await startServer({ env: { TZ } });
  try {
    await importRecords(elsewhere);
    const parts: string[] = [];
    for (const path of ['/api/rankings', '/api/follow-ups']) {
      for (const asOf of ['2023-12-31', '2024-02-29', '2024-03-01']) {
        await fresh(elsewhere, `${path}?asOf=${asOf}`);
        const init = { headers: { accept: 'text/csv' } };
        parts.push(await (await elsewhere.fetch(`${path}?asOf=${asOf}`, init)).text());
      }
    }
    return parts.join('\n');
  } finally {
    await elsewhere.stop();
  }
}

describe('the time zone of the machine', () => {
  it('changes nothing', async () => {
    const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'];
    const bodies = await Promise.all(zones.map(answersUnder));
    expect(bodies[0]).toContain('OP-1');
    expect(new Set(bodies).size).toBe(1);
  }, 240_000);
});
