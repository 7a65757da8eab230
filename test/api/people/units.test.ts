import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fresh } from '../../support/records/importing.js';
import { importLines, importWorkedProvince } from '../../support/records/worked-province.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Summary {
  readonly stale: boolean;
  readonly trend: object[];
  readonly histogram: { readonly count: number }[];
  readonly children: { readonly code: string }[];
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importWorkedProvince(server);
});
afterAll(() => server.stop());

const summary = (code: string, query = '?asOf=2024-03-01&months=1') =>
  server.json<Summary>(`/api/units/${code}/summary${query}`);

describe('the unit tree', () => {
  it('is empty in an empty database', async () => {
    const empty = await startServer();
    const { rows } = await empty.json<{ rows: object[] }>('/api/units');
    expect(rows).toEqual([]);
    await empty.stop();
  });

  it('comes in pre-order with the people in service of each subtree', async () => {
    const { rows } = await server.json<{ rows: object[] }>('/api/units?asOf=2024-03-01');
    const closedOn = null;
    expect(rows).toEqual([
      { code: 'P', name: 'Province 省', parentCode: null, depth: 0, closedOn, cadreCount: 4 },
      {
        code: 'F',
        name: 'Finance bureau 财政局',
        parentCode: 'P',
        depth: 1,
        closedOn,
        cadreCount: 3,
      },
      { code: 'C', name: 'County 县', parentCode: 'F', depth: 2, closedOn, cadreCount: 1 },
    ]);
  });
});

describe('a unit', () => {
  it('counts its whole subtree, those who have left apart', async () => {
    expect(await summary('F')).toMatchObject({
      code: 'F',
      name: 'Finance bureau 财政局',
      parentCode: 'P',
      asOf: '2024-03-01',
      cadreCount: 3,
      bands: { high: 0, elevated: 1, watch: 1, low: 0, insufficient: 1 },
      // (29.833 + 0 + 12) / 3
      meanScore: 13.944,
      children: [{ code: 'C', cadreCount: 1, meanScore: 12, overdueCount: 0 }],
    });
  });

  it('has people by where they were on the day', async () => {
    expect(await summary('C', '?asOf=2022-12-31')).toMatchObject({
      cadreCount: 0,
      meanScore: null,
    });
  });

  it('lists what is overdue by kind, and what of this year is done', async () => {
    expect(await summary('F')).toMatchObject({
      // S004 has left; what was found stays to be rectified.
      overdue: { 'rectify-finding': 1 },
      completion: {
        'rectify-finding': { due: 2, closed: 0 },
        'submit-report': { due: 1, closed: 1 },
      },
    });
  });

  it('has a trend by replay, and how it stood a year before', async () => {
    const answer = await summary('F');
    expect(answer.trend).toMatchObject([
      { asOf: '2024-02-29', cadreCount: 3, bands: { elevated: 1, watch: 1 } },
      { asOf: '2024-03-01', cadreCount: 3, meanScore: 13.944 },
    ]);
    expect(answer).toMatchObject({
      yearBefore: { asOf: '2023-03-01', cadreCount: 3, bands: { insufficient: 3 } },
    });
  });

  it('has everybody somewhere in its histogram', async () => {
    const { histogram } = await summary('F');
    expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('of no known code is a 404', async () => {
    const response = await server.fetch('/api/units/NOWHERE/summary');
    expect(response.status).toBe(404);
  });

  it.each([
    ['asOf=2024-13-01', 'asOf'],
    ['months=0', 'months'],
    ['depth=2', 'depth'],
  ])('refuses %s', async (query, parameter) => {
    const response = await server.fetch(`/api/units/F/summary?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ parameter });
  });
});

describe('the summaries of all units', () => {
  it('are the same as CSV', async () => {
    const path = '/api/units/summaries?asOf=2024-03-01&unit=F';
    const { rows } = await server.json<{ rows: object[] }>(path);
    expect(rows).toMatchObject([
      { code: 'F', cadreCount: 3, meanScore: 13.944, overdueCount: 1 },
      { code: 'C', cadreCount: 1, meanScore: 12, overdueCount: 0 },
    ]);
    const response = await server.fetch(path, { headers: { accept: 'text/csv' } });
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(Buffer.from(await response.arrayBuffer()).toString('utf8')).toBe(
      [
        '\uFEFFcode,name,parentCode,depth,cadreCount,high,elevated,watch,low,insufficient,meanScore,overdueCount,a priority for review; not a finding',
        'F,Finance bureau 财政局,P,1,3,0,1,1,0,1,13.944,1,',
        'C,County 县,F,2,1,0,0,1,0,0,12.000,0,',
        '',
      ].join('\r\n'),
    );
  });
});

describe('a unit that moves', () => {
  it('takes its people with it', async () => {
    await importLines(server, 'units', ['unit_code,name,parent_code', 'C,County 县,P']);
    const moved = await fresh<Summary>(server, '/api/units/P/summary?asOf=2024-03-01&months=1');
    expect(moved.children.map(({ code }) => code)).toEqual(['C', 'F']);
    expect(await summary('F')).toMatchObject({ cadreCount: 2 });
    expect(await summary('C')).toMatchObject({ cadreCount: 1 });
  });
});
