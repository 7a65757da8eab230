import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FollowUps, Score } from '../../../support/records/answers.js';
import { csvOf, fresh, importAll } from '../../../support/records/importing.js';
import { startServer, type TestServer } from '../../../support/server.js';

const ASKED = '2025-06-30';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importAll(server, 'units', csvOf('unit_code,name', 'U1,One'));
  await importAll(
    server,
    'cadres',
    csvOf('staff_no,name,unit_code,appointed_on', 'S1,张三,U1,2020-01-01', 'S2,李四,U1,'),
  );
});
afterAll(() => server.stop());

const scoreOf = (staffNo: string) =>
  server.json<Score>(`/api/cadres/${staffNo}/score?asOf=${ASKED}`);

/** The source's part of S1's score, in points: the total before and after, the subtotal and its lines. */
async function gained(kind: string, csv: string) {
  const before = await scoreOf('S1');
  await importAll(server, kind, csv);
  const after = await scoreOf('S1');
  const part = after.sources.find(({ source }) => source === kind);
  return {
    points: Math.round(1000 * (after.score - before.score)) / 1000,
    subtotal: part?.subtotal,
    lines: part?.contributions.map(({ ref, points }) => [ref, points]),
  };
}

async function followUpsOf(staffNo: string): Promise<string[]> {
  const { rows } = await fresh<FollowUps>(
    server,
    `/api/follow-ups?asOf=${ASKED}&staffNo=${staffNo}`,
  );
  return rows.map(
    ({ kind, ref, dueOn, state, owedBy }) => `${kind} ${ref} ${dueOn} ${state} ${owedBy}`,
  );
}

describe('the score of a person', () => {
  it('grows by exactly what reminder talks give', async () => {
    const talks = csvOf(
      '编号,工号,谈话类型,谈话日期,起因记录,整改期限',
      // 6 × 0.5 a half-life ago, and 2 since the correction was due on 30 December.
      'T-1,S1,批评诫勉,2024-06-30,,',
      'T-2,S1,reminding,2025-06-30,,2025-07-05',
      'T-3,S1,admonition,2025-06-30,AF-1,',
    );
    expect(await gained('reminder-talk', talks)).toEqual({
      points: 7,
      subtotal: 7,
      lines: [
        ['T-1', 5],
        ['T-2', 2],
        ['T-3', 0],
      ],
    });
  });

  it('grows by exactly what education sessions give', async () => {
    const sessions = csvOf(
      'ref,staff_no,kind,held_on,attended',
      'E-1,S1,warning,2025-06-30,false',
      'E-2,S1,clean_government,2024-06-30,缺席',
      'E-3,S1,party_spirit,2025-05-10,true',
    );
    expect(await gained('education-session', sessions)).toEqual({
      points: 0.75,
      subtotal: 0.75,
      lines: [
        ['E-1', 0.5],
        ['E-2', 0.25],
        ['E-3', 0],
      ],
    });
  });

  it('does not grow by heart-to-heart talks, which are listed all the same', async () => {
    const talks = csvOf('ref,staff_no,held_on,held_by', 'H-1,S1,2025-01-10,李书记');
    expect(await gained('heart-to-heart-talk', talks)).toEqual({
      points: 0,
      subtotal: 0,
      lines: [['H-1', 0]],
    });
  });

  it('of somebody else is not touched', async () => {
    expect((await scoreOf('S2')).score).toBe(0);
  });
});

describe('follow-ups', () => {
  it('from records are there by themselves', async () => {
    expect(await followUpsOf('S1')).toEqual([
      'correct-after-talk T-1 2024-12-30 overdue cadre',
      'correct-after-talk T-2 2025-07-05 due-soon cadre',
      'correct-after-talk T-3 2025-12-30 open cadre',
    ]);
    expect(await followUpsOf('S2')).toEqual([]);
  });

  it('without a record are there once policy asks for them', async () => {
    const expectedFrom = { train: '2024-01-01', 'heart-to-heart': '2024-09-01' };
    await server.json('/api/policies', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ changes: { followUps: { expectedFrom } }, note: 'ask for talks' }),
    });
    expect(await followUpsOf('S1')).toEqual([
      'correct-after-talk T-1 2024-12-30 overdue cadre',
      'train clean_government/2024 2024-12-31 overdue cadre',
      'heart-to-heart 2025-03-03 2025-03-03 closed unit',
      'correct-after-talk T-2 2025-07-05 due-soon cadre',
      'heart-to-heart 2025-07-12 2025-07-12 due-soon unit',
      'correct-after-talk T-3 2025-12-30 open cadre',
      'train party_spirit/2025 2025-12-31 closed cadre',
      'train warning/2025 2025-12-31 open cadre',
    ]);
    expect(await followUpsOf('S2')).toEqual(['heart-to-heart 2025-03-03 2025-03-03 overdue unit']);
  });
});

describe('what follows from the fields', () => {
  it.each([
    ['reminder-talk', '编号,工号,谈话类型,谈话日期,起因记录,存在问题,整改期限,整改完成日期'],
    ['education-session', '编号,工号,教育类型,举办日期,参加情况'],
    ['heart-to-heart-talk', '编号,工号,谈话日期,谈话人'],
  ])('a template for %s in Chinese', async (kind, header) => {
    const response = await server.fetch(`/api/templates/${kind}.csv?language=zh-CN`);
    expect((await response.text()).replace('\ufeff', '').trim()).toBe(header);
  });
});
