import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierAnswer } from '../../../api/dist/appointments/dossier/dossier.dto.js';
import { body, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import {
  type Candidacy,
  caseHeader,
  caseLine,
  importBureaus,
  importCase,
} from '../../support/records/clear-appointment.js';
import {
  correct,
  enter,
  refusal,
  type Saved,
  undo,
  withdraw,
} from '../../support/records/forms.js';
import { csvOf, importAll } from '../../support/records/importing.js';
import { causes, countsOf, importFile, report } from '../../support/records/imports.js';
import { startServer, type TestServer } from '../../support/server.js';

const ASKED = '2026-06-30';

let server: TestServer;
let bureau: SignedIn;

beforeAll(async () => {
  server = await startServer({ env: { PROBITY_TIME_ZONE: 'UTC' } });
  await importBureaus(server);
  bureau = await signedUp(server, { name: 'li', roles: ['inspector'], unitCode: 'PA' });
});
afterAll(() => server.stop());

/** What an import warns of: `line,column,code`. All its rows count. */
async function warned(kind: string, ...lines: string[]): Promise<string[]> {
  const state = await importAll(server, kind, csvOf(...lines));
  const rows = await report(server, state.id, 'warnings.csv');
  return rows.map((row) => row.split(',').slice(0, 3).join(','));
}

/** What is odd on the page of a case. */
const oddOf = async (caseNo: string, by: { json: SignedIn['json'] } = server) =>
  (await by.json<DossierAnswer>(`/api/appointments/${caseNo}?asOf=${ASKED}`)).oddities.map(
    ({ code, source, ref }) => `${code} ${source} ${ref}`,
  );

/** A line of a case for a post of its own. */
const line = (caseNo: string, staffNo: string, decided?: string) =>
  caseLine({ caseNo, staffNo } satisfies Candidacy, decided);

describe('what cannot be is refused, with its line and column', () => {
  it('a quota below zero', async () => {
    const state = await importFile(
      server,
      'unit-quotas',
      csvOf('unit_code,rank,established_posts', 'PA,section,2', 'PB,section,-1'),
    );
    expect(countsOf(state)).toEqual([2, 1, 0, 1, 0, 0]);
    expect(await causes(server, state.id)).toEqual(['3,established_posts,out-of-range']);
  });

  it.each(['.', '..'])('a case number that no address can have: %s', async (caseNo) => {
    const state = await importFile(
      server,
      'appointment-case',
      csvOf(caseHeader, line(caseNo, 'S1')),
    );
    expect(await causes(server, state.id)).toEqual(['2,case_no,no-name']);
    const { status, problem } = await refusal(
      bureau,
      '/api/records/appointment-case',
      body('POST', {
        fields: {
          ...{ case_no: caseNo, staff_no: 'S1', unit_code: 'PA', post: 'Head' },
          ...{ rank: 'division', opened_on: '2026-04-01' },
        },
      }),
    );
    expect([status, problem.findings[0]?.code]).toEqual([422, 'no-name']);
  });
});

describe('what can be but is likely wrong is taken, and told in the report and on the page', () => {
  it('a case about somebody who left, whichever is sent first', async () => {
    expect(await warned('appointment-case', caseHeader, line('L-1', 'S4'))).toEqual([
      '2,staff_no,cadre-left',
    ]);
    expect(await oddOf('L-1')).toEqual(['cadre-left appointment-case L-1']);
    await importAll(server, 'cadres', csvOf('staff_no,name,unit_code', 'S5,Leaving Lin,PA'));
    expect(await warned('appointment-case', caseHeader, line('L-2', 'S5'))).toEqual([]);
    expect(await warned('cadres', 'staff_no,name,left_on', 'S5,Leaving Lin,2026-05-01')).toEqual([
      '2,left_on,case-of-cadre-left',
    ]);
    expect(await oddOf('L-2')).toEqual(['cadre-left appointment-case L-2']);
    // What was decided while they were in service is as it should be.
    const decided = line('L-2', 'S5', '2026-04-20,rejected');
    expect(await warned('appointment-case', caseHeader, decided)).toEqual([]);
    expect(await oddOf('L-2')).toEqual([]);
  });

  it('a decision before the opening, without its day, and a day without a decision', async () => {
    const rows = [
      line('D-1', 'S1', '2026-03-01,rejected'),
      line('D-2', 'S1', ',rejected'),
      line('D-3', 'S1', '2026-05-01,'),
    ];
    expect(await warned('appointment-case', caseHeader, ...rows)).toEqual([
      '2,decided_on,dates-out-of-order',
      '3,decided_on,decision-without-day',
      '4,decision,day-without-decision',
    ]);
    const told = await Promise.all(['D-1', 'D-2', 'D-3'].map((caseNo) => oddOf(caseNo)));
    expect(told.flat()).toEqual([
      'dates-out-of-order appointment-case D-1',
      'decision-without-day appointment-case D-2',
      'day-without-decision appointment-case D-3',
    ]);
  });

  it('two open cases for one post, until one is decided', async () => {
    const forPost = (caseNo: string, staffNo: string, code: string, decided = ',') =>
      `${caseNo},promotion,${staffNo},PB,Head of bureau,${code},bureau,2026-04-01,${decided}`;
    expect(
      await warned(
        'appointment-case',
        caseHeader,
        forPost('T-1', 'S1', ''),
        forPost('T-2', 'S3', ''),
      ),
    ).toEqual(['2,post,case-open-already', '3,post,case-open-already']);
    expect(await oddOf('T-1')).toEqual(['case-open-already appointment-case T-1']);
    // Of whom the reader may not see there is no case.
    expect(await oddOf('T-1', bureau)).toEqual([]);
    const check = await bureau.json<{ errors: unknown[]; warnings: { code: string }[] }>(
      '/api/records/appointment-case/check',
      body('POST', {
        fields: {
          ...{ case_no: 'T-3', staff_no: 'S2', unit_code: 'PB', post: 'Head of bureau' },
          ...{ rank: 'bureau', opened_on: '2026-04-01', post_code: 'X' },
        },
      }),
    );
    expect(check).toMatchObject({ errors: [], warnings: [{ code: 'case-open-already' }] });
    expect(
      await warned(
        'appointment-case',
        caseHeader,
        forPost('T-1', 'S1', 'ONE'),
        forPost('T-2', 'S3', 'TWO'),
      ),
    ).toEqual([]);
    expect(
      await warned(
        'appointment-case',
        caseHeader,
        forPost('T-1', 'S1', ''),
        forPost('T-2', 'S3', '', '2026-05-01,rejected'),
      ),
    ).toEqual([]);
    expect(await oddOf('T-1')).toEqual([]);
  });

  it('reviews, notices, replies and opinions from before the case, a notice that ends before it starts', async () => {
    await importCase(server, { caseNo: 'R-1', staffNo: 'S2' });
    const sent = {
      'headcount-review': [
        'case_no,reviewed_on,established_posts,filled_posts,improper_treatment',
        'R-1,2015-01-01,3,2,false',
      ],
      'file-review': ['case_no,item,result,reviewed_on', 'R-1,age,clear,2026-03-31'],
      'joint-review-reply': [
        'case_no,department,requested_on,due_on,replied_on,opinion',
        'R-1,audit,2026-03-01,2026-05-10,,',
      ],
      'inspection-opinion': [
        'ref,staff_no,given_on,respondent,circle,rating,case_no',
        'R-O1,S2,2026-03-01,peer,work,1,R-1',
        'R-O2,S2,2026-03-01,peer,work,1,',
      ],
    };
    const told: string[] = [];
    for (const [kind, lines] of Object.entries(sent)) told.push(...(await warned(kind, ...lines)));
    expect(told).toEqual([
      '2,reviewed_on,before-case-opened',
      '2,reviewed_on,before-case-opened',
      '2,requested_on,before-case-opened',
      '2,given_on,before-case-opened',
    ]);
    expect(
      await warned(
        'inspection-notice',
        'case_no,kind,posted_on,ends_on,objection_count',
        'R-1,inspection,1999-01-01,1998-12-01,0',
      ),
    ).toEqual(['2,ends_on,dates-out-of-order', '2,posted_on,before-case-opened']);
    expect(await oddOf('R-1')).toEqual([
      'before-case-opened headcount-review R-1',
      'before-case-opened file-review R-1',
      'before-case-opened joint-review-reply R-1',
      'before-case-opened inspection-notice R-1',
      'before-case-opened inspection-opinion R-1',
      'dates-out-of-order inspection-notice R-1',
    ]);
    // The gate takes them all the same.
    const gate = await server.json<{ reasons: { kind: string }[] }>(
      `/api/appointments/R-1/gate?asOf=${ASKED}`,
    );
    expect(gate.reasons.map(({ kind }) => kind)).not.toContain('headcount');
    // A case that comes with a later opening is told of what it has already.
    const again = line('R-1', 'S2').replace('2026-04-01', '2026-04-02');
    expect(await warned('appointment-case', caseHeader, again)).toEqual([
      '2,opened_on,records-before-case',
    ]);
  });

  it('replies of a department that nobody asked, and replies of which half is there', async () => {
    await importCase(server, { caseNo: 'Q-1', staffNo: 'S1' });
    const header = 'case_no,department,requested_on,due_on,replied_on,opinion';
    const rows = [
      'Q-1,customs,2026-04-20,2026-05-10,2026-05-01,objection',
      'Q-1,audit,2026-04-20,2026-05-10,2026-05-01,',
      'Q-1,petitions,2026-04-20,2026-05-10,,defer',
      'Q-1,organisation,2026-04-20,2026-05-10,,',
    ];
    expect(await warned('joint-review-reply', header, ...rows)).toEqual([
      '2,department,department-not-asked',
      '3,opinion,reply-incomplete',
      '4,opinion,reply-incomplete',
    ]);
    expect((await oddOf('Q-1')).map((one) => one.split(' ')[0])).toEqual([
      'reply-incomplete',
      'department-not-asked',
      'reply-incomplete',
    ]);
  });

  it('postings that overlap, or have no day', async () => {
    const header = 'staff_no,unit_code,post,from_on,to_on';
    const rows = [
      'S1,PA,Clerk,2010-01-01,2012-01-01',
      'S1,PA,Deputy,2012-01-01,2014-01-01',
      'S1,PB,Head,2013-06-01,',
      'S2,PA,Clerk,2010-01-01,2010-01-01',
    ];
    expect(await warned('postings', header, ...rows)).toEqual([
      '3,from_on,posting-overlaps',
      '4,from_on,posting-overlaps',
      '5,to_on,posting-without-days',
    ]);
    expect(await warned('postings', header, 'S1,PA,Deputy,2012-01-01,2013-06-01')).toEqual([]);
  });
});

describe('what was withdrawn gives nothing to what is entered again', () => {
  const bare = { case_no: 'W-1', staff_no: 'S2', unit_code: 'PA', post: 'Head', rank: 'section' };
  const fields = { ...bare, opened_on: '2026-04-01' };
  const full = { ...fields, list_no: 'LIST', kind: 'promotion', post_code: 'OLD' };

  it('by a new form, by a correction, and comes back whole by undoing', async () => {
    const entered = await enter(bureau, 'appointment-case', full);
    const gone = await withdraw(bureau, 'appointment-case', entered, 'wrong post');
    const again = await enter(bureau, 'appointment-case', fields);
    const left = { list_no: null, kind: null, post_code: null };
    expect(again.record).toMatchObject({ version: 3, fields: { ...fields, ...left } });
    expect(gone.record.fields).toMatchObject({ list_no: 'LIST' });

    const restored = await undo(bureau, 'appointment-case', again);
    expect(restored.record.withdrawnReason).toBe('wrong post');
    const missing = await refusal(
      bureau,
      `/api/records/appointment-case/${restored.record.id}`,
      body('PUT', { version: restored.record.version, fields: { post: 'Head' } }),
    );
    expect(missing.status).toBe(422);
    expect(missing.problem.findings.map(({ column }) => column)).toEqual([
      ...['staff_no', 'unit_code', 'rank', 'opened_on'],
    ]);
    const corrected: Saved = await correct(bureau, 'appointment-case', restored, {
      ...fields,
      kind: 'transfer',
    });
    expect(corrected.record.fields).toMatchObject({ ...fields, ...left, kind: 'transfer' });
  });
});
