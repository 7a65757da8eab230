import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body } from '../../support/access/sign-in.js';
import { csvOf, importAll } from '../../support/records/importing.js';
import { startServer, type TestServer } from '../../support/server.js';
import { Attacker } from './attacker.js';
import { BANDS, type TestUnit, truthOf } from './population.js';

const bands = ['high', 'elevated', 'watch', 'low', 'insufficient'] as const;
/** The end of a month, so that means are told. */
const DAY = '2026-06-30';

interface Tally {
  readonly cadreCount: number | null;
  readonly bands: Record<(typeof bands)[number], number | null>;
  readonly meanScore: number | null;
  readonly suppressed?: true;
}
interface Row extends Tally {
  readonly code: string;
  readonly parentCode: string | null;
  readonly depth: number;
  readonly overdueCount: number | null;
}
interface Summary extends Row {
  readonly histogram: object[];
  readonly trend: readonly (Tally & { asOf: string })[];
  readonly yearBefore: Tally;
  readonly overdue: Record<string, number | null>;
  readonly completion: Record<string, { due: number | null; closed: number | null }>;
  readonly children: readonly Row[];
}
interface FollowUps {
  readonly total: number;
  readonly rows: readonly Record<string, unknown>[];
}

/** Findings of severity 4 that bring somebody into a band. */
const findingsOf = { high: 3, elevated: 2, watch: 1, insufficient: 0 } as const;

/** People in the units themselves, by band: small groups beside large ones, and a remainder of 4. */
const people: Record<string, Partial<Record<keyof typeof findingsOf, number>>> = {
  P: { insufficient: 4 },
  PA: {},
  PA1: { elevated: 4, watch: 4 },
  PA2: { elevated: 8, watch: 8 },
  PB: { high: 1, insufficient: 20 },
  PC: { watch: 3 },
  PD: {},
};

async function importProvince(server: TestServer): Promise<void> {
  const cadres: string[] = [];
  const findings: string[] = [];
  for (const [unit, counts] of Object.entries(people)) {
    for (const [band, count] of Object.entries(counts)) {
      for (let at = 0; at < count; at++) {
        const staffNo = `${unit}-${band}-${at}`;
        cadres.push(`${staffNo},Name of ${staffNo},${unit},2010-01-01`);
        for (let finding = 0; finding < findingsOf[band as keyof typeof findingsOf]; finding++) {
          findings.push(`F${staffNo}-${finding},${staffNo},AU-1,in_term,2026-01-15,4,2026-12-31`);
        }
      }
    }
  }
  const units = ['P,Province,', 'PA,A,P', 'PA1,A1,PA', 'PA2,A2,PA', 'PB,B,P', 'PC,C,P', 'PD,D,P'];
  await importAll(server, 'units', csvOf('unit_code,name,parent_code', ...units));
  await importAll(server, 'cadres', csvOf('staff_no,name,unit_code,appointed_on', ...cadres));
  await importAll(
    server,
    'audit-finding',
    csvOf('ref,staff_no,audit_no,phase,found_on,severity,rectify_by', ...findings),
  );
  await importAll(
    server,
    'inspection-opinion',
    csvOf(
      'ref,staff_no,given_on,respondent,circle,rating,channel',
      'OP-1,PB-high-0,2026-03-01,subordinate,work,-2,interview',
    ),
  );
  await importAll(
    server,
    'personal-matter-report',
    csvOf('staff_no,period,kind,due_on', 'PB-high-0,2025,annual,2026-01-31'),
  );
}

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startServer();
  await importProvince(server);
  const wish = { name: 'leader', roles: ['leader'], unit: 'P', days: 1 };
  ({ token } = await server.json<{ token: string }>('/api/tokens', body('POST', wish)));
});
afterAll(() => server.stop());

const asLeader = (path: string, accept = 'application/json') =>
  server.fetch(path, { headers: { authorization: `Bearer ${token}`, accept } });
const told = async <T>(path: string): Promise<T> => {
  const response = await asLeader(path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
};
const summaries = async () =>
  (await told<{ rows: Row[] }>(`/api/units/summaries?asOf=${DAY}`)).rows;

/** The true people of every unit, as somebody who may see everyone is told. */
async function trueUnits(rows: readonly Row[]): Promise<TestUnit[]> {
  const ranking = await server.json<{ rows: { unitCode: string; band: string; score: number }[] }>(
    `/api/rankings?asOf=${DAY}&limit=1000`,
  );
  const enterOf = (code: string | null) => rows.findIndex((row) => row.code === code) + 1;
  return rows.map((row, at) => {
    const next = rows.findIndex((other, index) => index > at && other.depth <= row.depth);
    return {
      enter: at + 1,
      leave: next < 0 ? rows.length : next,
      parent: enterOf(row.parentCode) || null,
      people: bands.map((band) =>
        ranking.rows
          .filter((one) => one.unitCode === row.code && one.band === band)
          .map(({ score }) => Math.round(score * 1000)),
      ),
    };
  });
}

describe('a leader, of units', () => {
  it('gets counts from which no small group can be worked out', async () => {
    const rows = await summaries();
    const units = await trueUnits(rows);
    expect(truthOf(units).subtrees.map(({ count }) => count)).toEqual([52, 24, 8, 16, 21, 3, 0]);
    const published = rows.map((row) => ({
      count: row.cadreCount,
      bands: bands.map((band) => row.bands[band]),
      mean: row.meanScore,
    }));
    const belief = {
      roundedBy: 2,
      hiddenUnit: { low: 1, high: 7 },
      hiddenBand: { low: 0, high: Number.POSITIVE_INFINITY },
      meanWithin: 0.5,
    };
    expect(new Attacker(units, published, belief).attack()).toEqual([]);
    expect(rows.map((row) => row.cadreCount)).toEqual([50, 25, 10, 15, 20, null, 0]);
    expect(rows[5]).toMatchObject({ suppressed: true, meanScore: null });
    expect(Object.values((rows[5] as Row).bands)).toEqual(Array(BANDS).fill(null));
    expect(rows[6]).not.toHaveProperty('suppressed');
  });

  it('gets the same everywhere: in the list, on every page, in the trend, as CSV and as Arrow', async () => {
    const rows = await summaries();
    const { rows: listed } = await told<{ rows: Row[] }>(`/api/units?asOf=${DAY}`);
    expect(listed.map((row) => row.cadreCount)).toEqual(rows.map((row) => row.cadreCount));
    for (const row of rows) {
      const path = `/api/units/${row.code}/summary`;
      const page = await told<Summary>(`${path}?asOf=${DAY}&months=1`);
      const { cadreCount, bands: counts, meanScore } = row;
      expect(page).toMatchObject({ cadreCount, bands: counts, meanScore, histogram: [] });
      expect(page.trend.at(-1)).toMatchObject({ cadreCount, bands: counts, meanScore });
      const later = await told<Summary>(`${path}?asOf=2026-07-15&months=1`);
      expect(later.trend[0]).toMatchObject({ asOf: DAY, cadreCount, bands: counts, meanScore });
      for (const child of page.children) {
        expect(rows).toContainEqual(expect.objectContaining(child));
      }
    }
    const path = `/api/units/summaries?asOf=${DAY}`;
    const csv: Record<string, string>[] = parse(await (await asLeader(path, 'text/csv')).text(), {
      columns: true,
      bom: true,
    });
    const arrow = tableFromIPC(
      await (await asLeader(path, 'application/vnd.apache.arrow.stream')).arrayBuffer(),
    ).toArray() as Record<string, number | null>[];
    rows.forEach((row, at) => {
      for (const [name, value] of Object.entries({ ...row.bands, cadreCount: row.cadreCount })) {
        expect(csv[at]?.[name], `${row.code} ${name}`).toBe(value === null ? '*' : String(value));
        expect(arrow[at]?.[name] ?? null, `${row.code} ${name}`).toBe(value);
      }
    });
  });

  it('has no means on days between the ends of months', async () => {
    const path = (day: string) => `/api/units/PA/summary?asOf=${day}&months=1`;
    expect((await told<Summary>(path(DAY))).meanScore).not.toBeNull();
    expect(await told<Summary>(path('2026-06-29'))).toMatchObject({
      cadreCount: 25,
      meanScore: null,
      suppressed: true,
    });
  });

  it('has only what units owe counted', async () => {
    const all = await server.json<Summary>(`/api/units/P/summary?asOf=2027-02-01`);
    expect(Object.keys(all.overdue)).toEqual(
      expect.arrayContaining(['rectify-finding', 'submit-report', 'verify-opinion']),
    );
    const page = await told<Summary>(`/api/units/P/summary?asOf=2027-02-01`);
    expect(Object.keys(page.overdue)).toEqual(['rectify-finding']);
    expect(Object.keys(page.completion)).not.toContain('submit-report');
    const row = page.children.find(({ code }) => code === 'PC');
    expect(row).toMatchObject({ overdueCount: null, suppressed: true });
  });
});

describe('a leader, of follow-ups', () => {
  const path = '/api/follow-ups?asOf=2027-02-01';

  it('sees by name what units owe, without scores', async () => {
    const found = await told<FollowUps>(`${path}&limit=1000`);
    expect(found.total).toBe(4 + 4 * 2 + 8 + 8 * 2 + 3 + 3);
    expect(new Set(found.rows.map((row) => row.owedBy))).toEqual(new Set(['unit']));
    expect(Object.keys(found.rows[0] ?? {})).not.toContain('score');
    const all = await server.json<FollowUps>(`${path}&limit=1000`);
    expect(all.total).toBe(found.total + 2);
  });

  it.each(['kind=verify-opinion', 'kind=submit-report', 'owedBy=office', 'owedBy=cadre', 'q=OP-1'])(
    'is told nothing by %s',
    async (filter) => {
      expect(await told<FollowUps>(`${path}&${filter}`)).toMatchObject({ total: 0, rows: [] });
    },
  );

  it('has nothing else in the counts, nor in the file', async () => {
    const { byKind } = await told<{ byKind: object }>('/api/follow-ups/summary?asOf=2027-02-01');
    expect(Object.keys(byKind)).toEqual(['rectify-finding']);
    const csv = await (await asLeader(path, 'text/csv')).text();
    expect(csv).not.toMatch(/verify-opinion|submit-report|OP-1/);
    expect(csv).toContain('rectify-finding');
  });
});

describe('a leader, of people', () => {
  it.each([
    '/api/rankings',
    '/api/rankings/distribution',
    '/api/cadres?q=P',
    '/api/cadres/PB-high-0',
  ])('is refused %s', async (path) => {
    expect((await asLeader(path)).status).toBe(403);
  });
});
