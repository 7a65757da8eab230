import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signedUp } from '../../support/access/sign-in.js';
import {
  ASKED,
  type Candidacy,
  caseHeader,
  caseLine,
  importBureaus,
  importCase,
  importClearRecords,
} from '../../support/records/clear-appointment.js';
import { csvOf, importAll } from '../../support/records/importing.js';
import { countsOf, importFile } from '../../support/records/imports.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Gate {
  readonly caseNo: string;
  readonly staffNo: string;
  readonly asOf: string;
  readonly result: 'clear' | 'blocked';
  readonly reasons: { kind: string; ref: string; message: string; missing: boolean }[];
}

let server: TestServer;

const clear: Candidacy = { caseNo: 'C-1', staffNo: 'S1' };
const bare: Candidacy = { caseNo: 'C-2', staffNo: 'S2' };
const foreign: Candidacy = { caseNo: 'C-3', staffNo: 'S3' };
const left: Candidacy = { caseNo: 'C-4', staffNo: 'S4' };

const ask = (caseNo: string, query = `asOf=${ASKED}`) =>
  server.json<Gate>(`/api/appointments/${caseNo}/gate?${query}`);
const kindsOf = ({ reasons }: Gate) => [...new Set(reasons.map(({ kind }) => kind))];
const sent = (kind: string, ...lines: string[]) => importAll(server, kind, csvOf(...lines));

beforeAll(async () => {
  server = await startServer({ env: { PROBITY_TIME_ZONE: 'UTC' } });
  await importBureaus(server);
  for (const one of [clear, bare, foreign, left]) await importCase(server, one);
  await importClearRecords(server, clear);
});
afterAll(() => server.stop());

describe('the gate', () => {
  it('is clear where everything is there and nothing speaks against it', async () => {
    expect(await ask('C-1')).toEqual({ ...clear, asOf: ASKED, result: 'clear', reasons: [] });
  });

  it('tells what is missing, each with what would clear it, in the language that is asked for', async () => {
    const told = await ask('C-2');
    expect(told).toMatchObject({ ...bare, asOf: ASKED, result: 'blocked' });
    expect(kindsOf(told)).toEqual([
      'headcount',
      'file',
      'joint-review',
      'notice',
      'opinions',
      'report-unverified',
    ]);
    expect(told.reasons).toHaveLength(1 + 6 + 6 + 1 + 8 + 1);
    expect(told.reasons[0]).toEqual({
      kind: 'headcount',
      ref: 'C-2',
      message: 'The headcount has not been reviewed. What would clear it: a headcount pre-review.',
      missing: true,
    });
    expect(told.reasons.every(({ missing }) => missing)).toBe(true);
    const headers = { 'accept-language': 'zh-CN' };
    const chinese = await server.json<Gate>(`/api/appointments/C-2/gate?asOf=${ASKED}`, {
      headers,
    });
    expect(chinese.reasons[0]?.message).toBe('尚未作职数预审。解除条件：完成职数预审。');
    for (const { message } of chinese.reasons) expect(message).toMatch(/解除条件：.+。$/);
  });

  it('passes over what comes after the day', async () => {
    expect(kindsOf(await ask('C-1', 'asOf=2026-05-12'))).toEqual(['notice', 'opinions']);
    expect(kindsOf(await ask('C-1', 'asOf=2026-04-15'))).toEqual([
      'file',
      'joint-review',
      'notice',
      'opinions',
    ]);
  });

  it('names the record behind each reason that speaks against the candidate', async () => {
    await sent(
      'sanctions',
      'ref,staff_no,kind,decided_on,effect_until',
      'SA-1,S1,warning,2026-06-20,2026-09-20',
    );
    await sent(
      'audit-finding',
      'ref,staff_no,audit_no,phase,found_on,severity',
      'AF-1,S1,A-1,in_term,2026-06-21,3',
    );
    await sent('reminder-talk', 'ref,staff_no,kind,held_on', 'RT-1,S1,admonition,2026-06-22');
    await sent(
      'joint-review-reply',
      'case_no,department,requested_on,due_on,replied_on,opinion',
      'C-1,audit,2026-04-20,2026-05-10,2026-06-23,objection',
    );
    const { result, reasons } = await ask('C-1');
    expect(result).toBe('blocked');
    expect(reasons.map(({ kind, ref, missing }) => [kind, ref, missing])).toEqual([
      ['joint-review', 'C-1', false],
      ['open-finding', 'AF-1', false],
      ['admonition', 'RT-1', false],
      ['sanction', 'SA-1', false],
    ]);
    expect((await ask('C-1', 'asOf=2026-06-19')).reasons).toEqual([
      expect.objectContaining({ kind: 'joint-review', missing: true }),
    ]);
  });

  it('answers with what was known at an instant', async () => {
    const { knownAt } = await server.json<{ knownAt: string }>(
      `/api/cadres/S1/score?asOf=${ASKED}`,
    );
    await sent(
      'sanctions',
      'ref,staff_no,kind,decided_on,effect_until',
      'SA-2,S1,demerit,2026-06-01,2027-06-01',
    );
    const then = `asOf=${ASKED}&knownAt=${encodeURIComponent(knownAt)}`;
    const known = async (query?: string) =>
      (await ask('C-1', query)).reasons.map(({ ref }) => ref).filter((ref) => ref === 'SA-2');
    expect(await known()).toEqual(['SA-2']);
    expect(await known(then)).toEqual([]);
    const before = await server.fetch('/api/appointments/C-1/gate?knownAt=2020-01-01T00:00:00Z');
    expect(before.status).toBe(404);
  });

  it('is asked about today where the case is open, and about its day where it is decided', async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect((await ask('C-2', '')).asOf).toBe(today);
    await importCase(server, left, '2026-05-05,withdrawn');
    expect((await ask('C-4', '')).asOf).toBe('2026-05-05');
  });
});

describe('whoever asks', () => {
  let inspector: SignedIn;
  beforeAll(async () => {
    inspector = await signedUp(server, {
      name: 'gate',
      roles: ['inspector'],
      unitCode: 'PA',
      staffNo: 'S2',
    });
  });
  const answerTo = async (caseNo: string) => {
    const answer = await inspector.fetch(`/api/appointments/${caseNo}/gate?asOf=${ASKED}`);
    return `${answer.status} ${(await answer.text()).replaceAll(caseNo, 'X')}`;
  };

  it('is told of cases of people in their scope', async () => {
    expect(await answerTo('C-1')).toMatch(/^200/);
  });

  it('is told of a foreign case, and of their own, what is told of none', async () => {
    const none = await answerTo('C-9');
    expect(none).toMatch(/^404/);
    expect(await answerTo('C-3')).toBe(none);
    expect(await answerTo('C-2')).toBe(none);
  });

  it.each(['asOf=2026-02-30', 'asOf=x', 'knownAt=yesterday', 'policyVersion=0', 'day=1'])(
    'is refused with %s',
    async (query) => {
      const answer = await server.fetch(`/api/appointments/C-1/gate?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ parameter: query.split('=')[0] });
    },
  );
});

describe('records that cannot be, or hardly', () => {
  it('of a candidate who left the gate answers as of any other', async () => {
    expect(await ask('C-4')).toMatchObject({ ...left, result: 'blocked' });
  });

  it('a decision before the opening is kept with a warning, and looked at on its own day', async () => {
    const state = await importFile(server, 'appointment-case', [
      caseHeader,
      caseLine({ caseNo: 'C-5', staffNo: 'S1' }, '2026-03-01,appointed'),
    ]);
    expect(countsOf(state)).toEqual([1, 1, 0, 0, 0, 1]);
    expect(await ask('C-5', '')).toMatchObject({ asOf: '2026-03-01', result: 'blocked' });
  });

  it('two open cases for one post each have a gate of their own', async () => {
    await sent(
      'appointment-case',
      caseHeader,
      caseLine({ caseNo: 'C-6', staffNo: 'S2' }).replace('C-6-POST', 'C-1-POST'),
    );
    expect((await ask('C-6')).staffNo).toBe('S2');
    expect((await ask('C-1')).staffNo).toBe('S1');
  });

  it('an objection of a department that policy does not ask counts; its silence does not', async () => {
    const header = 'case_no,department,requested_on,due_on,replied_on,opinion';
    await sent('joint-review-reply', header, 'C-2,tax,2026-05-01,2026-05-20,,');
    const about = async () =>
      (await ask('C-2')).reasons.filter(({ message }) => message.startsWith('tax'));
    expect(await about()).toEqual([]);
    await sent('joint-review-reply', header, 'C-2,tax,2026-05-01,2026-05-20,2026-05-10,objection');
    expect(await about()).toEqual([
      expect.objectContaining({ kind: 'joint-review', missing: false }),
    ]);
  });

  it('a notice that ends before it starts was public for no day', async () => {
    await sent(
      'inspection-notice',
      'case_no,kind,posted_on,ends_on,objection_count',
      'C-2,inspection,2026-05-10,2026-05-01,0',
    );
    const notice = (await ask('C-2')).reasons.filter(({ kind }) => kind === 'notice');
    expect(notice).toEqual([expect.objectContaining({ ref: 'C-2', missing: false })]);
    expect(notice[0]?.message).toMatch(/public for 0 days/);
  });

  it('quotas and posts below zero are refused', async () => {
    const quota = ['unit_code,rank,established_posts', 'PA,section,-1'];
    expect(countsOf(await importFile(server, 'unit-quotas', quota))).toEqual([1, 0, 0, 1, 0, 0]);
    const review = [
      'case_no,reviewed_on,established_posts,filled_posts,improper_treatment',
      'C-2,2026-05-01,1,-1,false',
    ];
    const state = await importFile(server, 'headcount-review', review);
    expect(countsOf(state)).toEqual([1, 0, 0, 1, 0, 0]);
  });
});
