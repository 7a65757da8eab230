import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importLines, importWorkedProvince } from '../../support/records/worked-province.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Line {
  readonly ref: string;
  readonly occurredOn: string;
  readonly points: number;
  readonly reason: string;
}

interface Score {
  readonly score: number;
  readonly band: string;
  readonly coverage: number;
  readonly knownAt: string;
  readonly policyVersion: number;
  readonly position: number | null;
  readonly rank: number | null;
  readonly stale: boolean;
  readonly sources: {
    readonly source: string;
    readonly subtotal: number;
    readonly contributions: Line[];
    readonly adjustments: { readonly kind: string; readonly points: number }[];
  }[];
}

const ASKED = '2024-03-01';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importWorkedProvince(server);
});
afterAll(() => server.stop());

const scoreOf = (staffNo: string, query = '', init?: RequestInit) =>
  server.json<Score>(`/api/cadres/${staffNo}/score?asOf=${ASKED}${query}`, init);

const millipoints = (points: number) => Math.round(points * 1000);

describe('a score', () => {
  it('is what the rules give by hand', async () => {
    const answer = await scoreOf('S001');
    expect(answer).toMatchObject({
      staffNo: 'S001',
      asOf: ASKED,
      score: 29.833,
      band: 'elevated',
      coverage: 0.75,
      policyVersion: 1,
      projection: false,
    });
    const given = answer.sources.filter(({ contributions }) => contributions.length > 0);
    expect(given.map(({ source, subtotal }) => [source, subtotal])).toEqual([
      ['inspection-opinion', 3.333],
      ['debriefing-score', 13],
      ['audit-finding', 12],
      ['personal-matter-report', 1.5],
    ]);
  });

  it('names each line by its record, and a record without a ref by its identity', async () => {
    const { sources } = await scoreOf('S001');
    const lines = sources.flatMap(({ contributions }) => contributions);
    expect(lines.map(({ ref, occurredOn, points }) => [ref, occurredOn, points])).toEqual([
      ['OP-1', '2024-03-01', 3.333],
      ['S001/2023', '2024-02-20', 13],
      ['AF-1', '2024-01-10', 12],
      ['S001/2023/annual', '2024-01-31', 1.5],
    ]);
  });

  it.each(['S001', 'S002', 'S003', 'S005'])('is the sum of its lines: %s', async (staffNo) => {
    const { score, sources } = await scoreOf(staffNo);
    for (const { subtotal, contributions, adjustments } of sources) {
      const lines = [...contributions, ...adjustments];
      const sum = lines.reduce((total, { points }) => total + millipoints(points), 0);
      expect(sum).toBe(millipoints(subtotal));
    }
    const total = sources.reduce((sum, { subtotal }) => sum + millipoints(subtotal), 0);
    expect(total).toBe(millipoints(score));
  });

  it('says what coverage asks for, and what is missing', async () => {
    expect(await scoreOf('S001')).toMatchObject({
      coverageParts: [
        { kind: 'inspection-opinion', present: false, applies: true },
        { kind: 'debriefing-score', present: true, applies: true },
        { kind: 'audit-finding', present: true, applies: true },
        { kind: 'personal-matter-report', present: true, applies: true },
      ],
    });
    // Audits are asked of heads alone.
    const { coverageParts } = await scoreOf('S003').then(
      (answer) => answer as unknown as { coverageParts: { kind: string; applies: boolean }[] },
    );
    expect(coverageParts.find(({ kind }) => kind === 'audit-finding')?.applies).toBe(false);
  });

  it('without evidence is insufficient, never low', async () => {
    expect(await scoreOf('S002')).toMatchObject({ score: 0, band: 'insufficient', coverage: 0 });
  });

  it('gives its reasons in the language asked for', async () => {
    const reason = async (language: string) => {
      const { sources } = await scoreOf('S001', '', { headers: { 'accept-language': language } });
      return sources[2]?.contributions[0]?.reason ?? '';
    };
    expect(await reason('zh-CN,zh;q=0.9')).toMatch(/[一-鿿]/);
    expect(await reason('en')).toMatch(/^[ -~]+$/);
  });

  it('of a day to come is marked as a projection', async () => {
    expect(await server.json('/api/cadres/S001/score?asOf=2199-01-01')).toMatchObject({
      projection: true,
    });
  });

  it.each([
    ['asOf=2024-02-30', 'asOf'],
    ['knownAt=yesterday', 'knownAt'],
    ['knownAt=2024-01-01', 'knownAt'],
    ['knownAt=2024-01-01T00:00:00%2B23:59', 'knownAt'],
    ['policyVersion=0', 'policyVersion'],
    ['asof=2024-03-01', 'asof'],
  ])('refuses %s', async (query, parameter) => {
    const response = await server.fetch(`/api/cadres/S001/score?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ parameter });
  });

  it('refuses a version of the policy that does not exist', async () => {
    const response = await server.fetch('/api/cadres/S001/score?policyVersion=99');
    expect(response.status).toBe(404);
  });
});

describe('the place among everyone', () => {
  it('is there once a run of that day is published', async () => {
    expect(await scoreOf('S001')).toMatchObject({ position: null, rank: null });
    await server.json(`/api/rankings?asOf=${ASKED}`);
    expect(await scoreOf('S001')).toMatchObject({ position: 1, rank: 1, stale: false });
  });

  it('shares ranks but not positions where totals are equal', async () => {
    expect(await scoreOf('S003')).toMatchObject({ score: 12, position: 2, rank: 2 });
    expect(await scoreOf('S005')).toMatchObject({ score: 12, position: 3, rank: 2 });
  });

  it('is nowhere for somebody who has left', async () => {
    expect(await scoreOf('S004')).toMatchObject({ position: null, rank: null });
  });
});

describe('the score over time', () => {
  it('is that of the month ends before the day, and of the day', async () => {
    const path = `/api/cadres/S001/history?asOf=${ASKED}&months=2`;
    const { points } = await server.json<{ points: object[] }>(path);
    expect(points).toMatchObject([
      { asOf: '2024-01-31', score: 12, subtotals: { 'audit-finding': 12 } },
      { asOf: '2024-02-29', score: 26.45, subtotals: { 'personal-matter-report': 1.45 } },
      { asOf: ASKED, score: 29.833, band: 'elevated', coverage: 0.75 },
    ]);
  });

  it('goes back three years unless told otherwise', async () => {
    const { points } = await server.json<{ points: object[] }>('/api/cadres/S001/history');
    expect(points).toHaveLength(37);
  });
});

describe('what was known', () => {
  it('stays as it was after a correction, which changes nobody else', async () => {
    const before = await scoreOf('S001');
    const others = await Promise.all(['S003', 'S005'].map((staffNo) => scoreOf(staffNo)));
    await importLines(server, 'audit-finding', [
      'ref,staff_no,audit_no,phase,found_on,severity',
      'AF-1,S001,A1,end_of_term,2024-01-10,2',
    ]);
    expect(await scoreOf('S001')).toMatchObject({ score: 20.833, band: 'elevated', stale: true });
    expect(await scoreOf('S001', `&knownAt=${before.knownAt}`)).toMatchObject({
      score: 29.833,
      knownAt: before.knownAt,
      sources: before.sources,
    });
    for (const [at, staffNo] of ['S003', 'S005'].entries()) {
      const { score, sources } = await scoreOf(staffNo);
      expect({ score, sources }).toEqual({
        score: others[at]?.score,
        sources: others[at]?.sources,
      });
    }
  });

  it('before the first record is nothing: there was nobody', async () => {
    const response = await server.fetch('/api/cadres/S001/score?knownAt=2000-01-01T00:00:00Z');
    expect(response.status).toBe(404);
  });

  it('no longer counts once it is withdrawn, but did before', async () => {
    const before = await scoreOf('S003');
    await importLines(
      server,
      'audit-finding',
      ['ref,staff_no,reason', 'AF-3,S003,wrong person'],
      'mode=withdraw',
    );
    expect(await scoreOf('S003')).toMatchObject({ score: 0, band: 'insufficient' });
    expect(await scoreOf('S003', `&knownAt=${before.knownAt}`)).toMatchObject({ score: 12 });
  });
});

describe('a change of policy', () => {
  it('scores anew under its own version, and leaves the older one as it was', async () => {
    const before = await scoreOf('S005');
    await server.json('/api/policies', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ changes: { sources: { 'audit-finding': { cap: 5 } } }, note: 'test' }),
    });
    const after = await scoreOf('S005');
    expect(after).toMatchObject({ policyVersion: 2, score: 5, band: 'insufficient' });
    expect(after.sources[2]?.adjustments).toEqual([{ kind: 'cap', points: -7 }]);
    const replayed = await scoreOf('S005', '&policyVersion=1');
    expect(replayed).toMatchObject({ policyVersion: 1, score: 12 });
    expect(replayed.sources).toEqual(before.sources);
  });
});
