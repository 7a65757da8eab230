import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FollowUps, Score } from '../../../support/records/answers.js';
import { csvOf, fresh, importAll } from '../../../support/records/importing.js';
import { countsOf, importFile } from '../../../support/records/imports.js';
import { startServer, type TestServer } from '../../../support/server.js';

const ASKED = '2025-06-30';
const cases = 'case_no,kind,staff_no,unit_code,post,rank,opened_on,decided_on,decision';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importAll(server, 'units', csvOf('unit_code,name', 'U1,One'));
  await importAll(
    server,
    'cadres',
    csvOf('staff_no,name,unit_code', 'S1,张三,U1', 'S2,李四,U1', 'S3,王五,U1'),
  );
});
afterAll(() => server.stop());

async function subtotalsOf(staffNo: string): Promise<Record<string, number>> {
  const answer = await server.json<Score>(`/api/cadres/${staffNo}/score?asOf=${ASKED}`);
  const given = answer.sources.filter(({ contributions }) => contributions.length > 0);
  return {
    total: answer.score,
    ...Object.fromEntries(given.map(({ source, subtotal }) => [source, subtotal])),
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

const files = csvOf(
  '事项编号,审核项目,审核结果,审核日期,疑点解决日期',
  'C-1,age,doubt,2025-06-30,',
  'C-1,education,unqualified,2024-06-30,',
  'C-1,work_start,存疑,2025-05-10,2025-06-01',
);

const given = { total: 5, 'file-review': 3.5, 'joint-review-reply': 1.5, 'headcount-review': 0 };

describe('records of an appointment case', () => {
  it('wait for their case, and then count for its cadre', async () => {
    const waiting = await importFile(server, 'file-review', files);
    expect(countsOf(waiting)).toEqual([3, 0, 0, 3, 0, 0]);
    await importAll(
      server,
      'appointment-case',
      csvOf(cases, 'C-1,promotion,S1,U1,Head,division,2025-05-20,,'),
    );
    await importAll(
      server,
      'joint-review-reply',
      csvOf(
        'case_no,department,requested_on,due_on,replied_on,opinion',
        'C-1,audit,2025-06-01,2025-06-15,2025-06-30,objection',
        'C-1,petitions,2025-06-01,2025-06-15,,',
      ),
    );
    await importAll(
      server,
      'headcount-review',
      csvOf(
        'case_no,reviewed_on,established_posts,filled_posts,improper_treatment',
        'C-1,2025-05-25,3,2,false',
      ),
    );
    expect(await subtotalsOf('S1')).toEqual(given);
    expect(await subtotalsOf('S2')).toEqual({ total: 0 });
  });

  it('ask the office for what the case still lacks', async () => {
    expect(await followUpsOf('S1')).toEqual([
      'headcount-review C-1 2025-06-04 closed office',
      'joint-review C-1 2025-06-15 closed office',
      'joint-review C-1 2025-06-15 overdue office',
      'file-review C-1 2025-06-19 overdue office',
      'inspection-notice C-1 2025-06-19 overdue office',
    ]);
    await importAll(
      server,
      'inspection-notice',
      csvOf(
        'case_no,kind,posted_on,ends_on,objection_count',
        'C-1,考察预告,2025-06-25,2025-07-02,0',
      ),
    );
    expect(await followUpsOf('S1')).toContain('inspection-notice C-1 2025-06-19 closed office');
  });

  it('go along when the case turns out to be about somebody else', async () => {
    await importAll(
      server,
      'appointment-case',
      csvOf(cases, 'C-1,promotion,S2,U1,Head,division,2025-05-20,,'),
    );
    expect(await subtotalsOf('S1')).toEqual({ total: 0 });
    expect(await subtotalsOf('S2')).toEqual({ ...given, 'inspection-notice': 0 });
    expect(await followUpsOf('S1')).toEqual([]);
    expect(await followUpsOf('S2')).toHaveLength(5);
  });

  it('are corrected where they are', async () => {
    const resolved = csvOf(
      'case_no,item,result,reviewed_on,resolved_on',
      'C-1,age,doubt,2025-06-30,2025-06-30',
    );
    expect(countsOf(await importAll(server, 'file-review', resolved))).toEqual([1, 1, 0, 0, 0, 0]);
    expect(await subtotalsOf('S2')).toMatchObject({ 'file-review': 2 });
  });
});

describe('a joint review reply', () => {
  it('has a reason of its own, beside the one for which it may be withdrawn', async () => {
    const header = 'case_no,department,requested_on,due_on,replied_on,opinion,reason';
    const line = 'C-1,taxes,2025-06-01,2025-06-15,2025-06-20,defer,欠税未清';
    await importAll(server, 'joint-review-reply', csvOf(header, line));
    const again = csvOf(header, line.replace('欠税未清', '欠税已清'));
    // Policy asks no such department, which is worth a look.
    expect(countsOf(await importAll(server, 'joint-review-reply', again))).toEqual([
      1, 1, 0, 0, 0, 1,
    ]);
    const withdrawn = csvOf('case_no,department,reason', 'C-1,audit,asked by mistake');
    await importAll(server, 'joint-review-reply', withdrawn, 'mode=withdraw');
    expect(await subtotalsOf('S2')).toMatchObject({ 'joint-review-reply': 0 });
  });
});

describe('a promotion', () => {
  it('is reviewed after a year', async () => {
    await importAll(
      server,
      'appointment-case',
      csvOf(cases, 'C-3,promotion,S3,U1,Head,division,2024-03-01,2024-05-30,appointed'),
    );
    expect(await followUpsOf('S3')).toContain('probation-review C-3 2025-05-30 overdue office');
    await importAll(
      server,
      'debriefing-score',
      csvOf('staff_no,year,held_on,score,grade', 'S3,2024,2025-05-02,88,competent'),
    );
    expect(await followUpsOf('S3')).toContain('probation-review C-3 2025-05-30 closed office');
  });
});
