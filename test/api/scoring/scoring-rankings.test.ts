import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fresh } from '../../support/records/importing.js';
import {
  DAY,
  importSmallProvince,
  LONG_NUMBER,
  ODD_NAME,
} from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Row {
  readonly position: number;
  readonly rank: number;
  readonly staffNo: string;
  readonly name: string;
  readonly unitCode: string;
  readonly score: number;
  readonly band: string;
  readonly subtotals: Record<string, number>;
  readonly scoreChange: number | null;
  readonly positionChange: number | null;
}

interface Rankings {
  readonly stale: boolean;
  readonly total: number;
  readonly projection: boolean;
  readonly runId: number;
  readonly rows: readonly Row[];
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importSmallProvince(server);
});
afterAll(() => server.stop());

const rankings = (query = '') => fresh<Rankings>(server, `/api/rankings?asOf=${DAY}${query}`);
const numbers = async (query: string) => (await rankings(query)).rows.map((row) => row.staffNo);

const file = async (accept: string, query = '') =>
  server.fetch(`/api/rankings?asOf=${DAY}${query}`, { headers: { accept } });

describe('a ranking', () => {
  it('puts people by score, shares ranks of equal scores, and leaves out who has left', async () => {
    const { rows, total } = await rankings();
    expect(total).toBe(6);
    expect(rows.map((row) => [row.position, row.rank, row.staffNo, row.score])).toEqual([
      [1, 1, 'S001', 13.8],
      [2, 2, 'S002', 6],
      [3, 3, LONG_NUMBER, 3],
      [4, 4, 'S004', 0],
      [5, 4, 'S006', 0],
      [6, 4, 'S007', 0],
    ]);
    expect(rows[0]).toMatchObject({ band: 'watch', subtotals: { 'audit-finding': 13.8 } });
    expect(rows[5]).toMatchObject({ band: 'insufficient', coverage: 0, contested: false });
    expect(rows[5]?.name).toBe(ODD_NAME);
  });

  it('ranks whoever was still in service on an earlier day', async () => {
    const { rows } = await fresh<Rankings>(server, '/api/rankings?asOf=2025-12-31');
    expect(rows[0]).toMatchObject({ staffNo: 'S005', score: 12, position: 1 });
  });

  it('keeps to a subtree by the unit of the posting that covers the day', async () => {
    expect(await numbers('&unit=PA')).toEqual(['S001', 'S004']);
    expect(await numbers('&unit=PB')).toEqual(['S002', LONG_NUMBER, 'S006', 'S007']);
    const dayAfter = await fresh<Rankings>(server, '/api/rankings?asOf=2026-07-01&unit=PA');
    expect(dayAfter.rows.map((row) => row.staffNo)).toEqual(['S001']);
  });

  it('filters by band, name, number, source and what is overdue, and keeps positions', async () => {
    expect(await numbers('&band=watch')).toEqual(['S001']);
    expect(await numbers('&band=watch,insufficient&limit=2')).toEqual(['S001', 'S002']);
    expect(await numbers('&q=zha')).toEqual(['S001', 'S006']);
    expect(await numbers('&q=%25')).toEqual([]);
    expect(await numbers('&q=%5C')).toEqual(['S007']);
    expect(await numbers('&source=audit-finding')).toEqual(['S001', 'S002', LONG_NUMBER]);
    expect(await numbers('&overdueOnly=true')).toEqual(['S001']);
    const { rows } = await rankings('&unit=PB&offset=1&limit=1');
    expect(rows[0]).toMatchObject({ position: 3, rank: 3 });
  });

  it('sorts both ways', async () => {
    expect((await numbers('&sort=-position'))[0]).toBe('S007');
    expect((await numbers('&sort=-audit-finding'))[0]).toBe('S001');
    expect((await numbers('&sort=name'))[0]).toBe('S002');
  });

  it('says what changed since an earlier day', async () => {
    const { rows } = await rankings('&compareTo=2026-03-31&include=reason');
    expect(rows[0]).toMatchObject({
      staffNo: 'S001',
      scoreChange: 1.8,
      positionChange: 0,
      bandBefore: 'watch',
      mainReason: { source: 'audit-finding', ref: 'AF-1', points: 13.8 },
    });
    expect(rows[3]).toMatchObject({ scoreChange: 0, mainReason: null });
  });

  it('marks a day to come as a projection', async () => {
    expect(await fresh<Rankings>(server, '/api/rankings?asOf=2199-01-01')).toMatchObject({
      projection: true,
    });
    expect(await rankings()).toMatchObject({ projection: false });
  });

  it('speaks the language that is asked for', async () => {
    const answer = await server.json<{ rows: { mainReason: { reason: string } }[] }>(
      `/api/rankings?asOf=${DAY}&include=reason&limit=1`,
      { headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' } },
    );
    expect(answer.rows[0]?.mainReason.reason).toMatch(/\p{Script=Han}/u);
  });
});

describe('the same rows as files', () => {
  it('gives CSV with three decimals, formulas neutralised, numbers of 18 digits whole', async () => {
    const response = await file('text/csv', '&compareTo=2025-12-31');
    expect(response.headers.get('content-type')).toContain('text/csv');
    const text = await response.text();
    expect(text.endsWith('\r\n')).toBe(true);
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row.staffNo)).toEqual(await numbers(''));
    expect(rows[0]).toMatchObject({ score: '13.800', 'audit-finding': '13.800', unitCode: 'PA1' });
    expect(rows[1]?.name).toBe(`'=HYPERLINK("x")`);
    expect(rows[2]?.staffNo).toBe(LONG_NUMBER);
  });

  it('leaves negative changes as numbers', async () => {
    const { rows } = await fresh<Rankings>(
      server,
      `/api/rankings?asOf=2026-03-31&compareTo=${DAY}&limit=1`,
    );
    expect(rows[0]?.scoreChange).toBe(-1.8);
    const response = await server.fetch(`/api/rankings?asOf=2026-03-31&compareTo=${DAY}`, {
      headers: { accept: 'text/csv' },
    });
    const [first] = parse(await response.text(), { bom: true, columns: true }) as [
      Record<string, string>,
    ];
    expect(first.scoreChange).toBe('-1.800');
  });

  it('gives an Arrow stream with the same values', async () => {
    const response = await file('application/vnd.apache.arrow.stream');
    const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()));
    const { rows } = await rankings();
    expect(
      table.toArray().map((row) => [row.position, row.rank, row.staffNo, row.name, row.score]),
    ).toEqual(rows.map((row) => [row.position, row.rank, row.staffNo, row.name, row.score]));
    expect([...(table.getChild('audit-finding') ?? [])]).toEqual(
      rows.map((row) => row.subtotals['audit-finding']),
    );
  });

  it('refuses another form', async () => {
    expect((await file('application/pdf')).status).toBe(406);
  });
});

describe('a distribution', () => {
  it('counts people by band and by score, now and before', async () => {
    expect(
      await fresh(server, `/api/rankings/distribution?asOf=${DAY}&compareTo=2025-12-31`),
    ).toMatchObject({
      total: 6,
      bands: { high: 0, elevated: 0, watch: 1, low: 0, insufficient: 5 },
      bandsBefore: { high: 0, elevated: 0, watch: 1, low: 0, insufficient: 6 },
      histogram: [
        { from: 0, to: 3, count: 3, insufficient: 3 },
        { from: 3, to: 6, count: 1, insufficient: 1 },
        { from: 6, to: 9, count: 1, insufficient: 1 },
        { from: 9, to: 12, count: 0, insufficient: 0 },
        { from: 12, to: 15, count: 1, insufficient: 0 },
      ],
    });
  });
});

describe('a bad question', () => {
  it.each([
    ['asOf=2024-02-30', 'asOf'],
    ['asOf=today', 'asOf'],
    ['band=severe', 'band'],
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['offset=-1', 'offset'],
    ['sort=age', 'sort'],
    ['source=gossip', 'source'],
    ['colour=red', 'colour'],
  ])('%s is refused by name', async (query, parameter) => {
    const response = await server.fetch(`/api/rankings?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ parameter });
  });

  it('about a unit that is not there finds nothing', async () => {
    expect((await server.fetch(`/api/rankings?asOf=${DAY}&unit=NONE`)).status).toBe(404);
  });
});
