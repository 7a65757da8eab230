import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierAnswer } from '../../../api/dist/appointments/dossier/dossier.dto.js';
import { signedUp } from '../../support/access/sign-in.js';
import {
  ASKED,
  type Candidacy,
  importBureaus,
  importCase,
  importClearRecords,
} from '../../support/records/clear-appointment.js';
import { csvOf, importAll } from '../../support/records/importing.js';
import { startServer, type TestServer } from '../../support/server.js';

const clear: Candidacy = { caseNo: 'C-1', staffNo: 'S1' };
const bare: Candidacy = { caseNo: 'C-2', staffNo: 'S2' };

let server: TestServer;
const dossier = (caseNo: string, query = `asOf=${ASKED}`) =>
  server.json<DossierAnswer>(`/api/appointments/${caseNo}?${query}`);
const sent = (kind: string, ...lines: string[]) => importAll(server, kind, csvOf(...lines));

beforeAll(async () => {
  server = await startServer({ env: { PROBITY_TIME_ZONE: 'UTC' } });
  await importBureaus(server);
  await importCase(server, clear);
  await importCase(server, bare);
  await importClearRecords(server, clear);
});
afterAll(() => server.stop());

describe('the dossier of a case', () => {
  it('has the four reviews, opinions and deadlines', async () => {
    const found = await dossier('C-1');
    expect(found).toMatchObject({
      ...{ ...clear, name: 'Clear Chen', stage: 'decision', result: 'clear', reasons: [] },
      ...{ hasLeft: false, breach: 'none', sealed: false, lastClear: null },
    });
    expect(found.fileItems.map(({ key, required, result }) => [key, required, result])).toEqual([
      ['age', true, 'clear'],
      ['work_start', true, 'clear'],
      ['party_entry', true, 'clear'],
      ['education', true, 'clear'],
      ['experience', true, 'clear'],
      ['identity', true, 'clear'],
      ['other', false, null],
    ]);
    expect(found.departments).toHaveLength(6);
    expect(found.departments[0]).toEqual({
      ...{ key: 'discipline_inspection', label: 'Discipline inspection', required: true },
      ...{ requestedOn: '2026-04-20', dueOn: '2026-05-10', repliedOn: '2026-05-01', daysLate: 0 },
      ...{ opinion: 'no_objection', reason: null },
    });
    expect(found.notices).toEqual([
      {
        ...{ kind: 'inspection', postedOn: '2026-05-10', endsOn: '2026-05-20' },
        ...{ publicDays: 10, neededDays: 5, objectionCount: 0, objectionsSettledOn: null },
      },
    ]);
    expect(found.deadlines.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'headcount-review closed',
      'file-review closed',
      'inspection-notice closed',
      ...Array(6).fill('joint-review closed'),
    ]);
  });

  it('names the group and the circle that nobody was heard of', async () => {
    const { opinions, reasons } = await dossier('C-2');
    expect(opinions.counts).toEqual([]);
    const silent = opinions.groups.filter(({ required, count }) => required && count === 0);
    expect(silent).toHaveLength(5);
    const unheard = reasons.filter(({ kind }) => kind === 'opinions');
    expect(unheard.map(({ message }) => message)).toContain(
      'Leading group: no opinion for this case',
    );
  });

  it('counts opinions and tells nobody who gave them', async () => {
    const found = await dossier('C-1');
    expect(found.opinions.groups.find(({ key }) => key === 'peer')).toMatchObject({ count: 1 });
    expect(JSON.stringify(found)).not.toMatch(/C-1-O\d/);
  });

  it('shows what the registers count beside the review, and names a difference', async () => {
    const { headcount } = await dossier('C-1');
    expect(headcount).toMatchObject({
      review: { establishedPosts: 3, filledPosts: 3, leavingPosts: 1, plannedPosts: 1 },
      registered: { establishedPosts: 3, filledPosts: 0 },
      differences: ['filledPosts'],
    });
    await sent(
      'postings',
      'staff_no,unit_code,post,rank,from_on,to_on',
      'S3,PA,Head of division,division,2026-01-01,',
      'S2,PA,Head of division,division,2025-01-01,2026-03-01',
    );
    expect((await dossier('C-1')).headcount.registered).toMatchObject({ filledPosts: 1 });
    expect((await dossier('C-1', 'asOf=2026-02-01')).headcount.registered?.filledPosts).toBe(2);
  });

  it('tells no post of a unit outside of the scope', async () => {
    const inspector = await signedUp(server, {
      ...{ name: 'b', roles: ['inspector'], unitCode: 'PB' },
    });
    await sent(
      'appointment-case',
      'case_no,staff_no,unit_code,post,rank,opened_on',
      'C-7,S3,PB,Deputy,division,2026-04-01',
      'C-8,S4,PB,Deputy,division,2026-04-01',
    );
    const { headcount } = await dossier('C-8');
    expect(headcount.registered).toMatchObject({ establishedPosts: 1 });
    expect((await inspector.fetch('/api/appointments/C-8')).status).toBe(404);
    const outside = await signedUp(server, {
      ...{ name: 'a', roles: ['inspector'], unitCode: 'PA' },
    });
    const told = await outside.json<DossierAnswer>(`/api/appointments/C-8?asOf=${ASKED}`);
    expect(told.headcount.registered).toBeNull();
  });

  it('lists a department that was asked beyond policy, and how late each is', async () => {
    await sent(
      'joint-review-reply',
      'case_no,department,requested_on,due_on',
      'C-2,tax,2026-05-01,2026-06-20',
    );
    const { departments } = await dossier('C-2');
    expect(departments.at(-1)).toMatchObject({
      ...{ key: 'tax', label: 'tax', required: false, daysLate: 10, repliedOn: null },
    });
    expect(departments[0]).toMatchObject({ requestedOn: null, dueOn: null, daysLate: 0 });
  });

  it('tells when the gate was last clear once the situation of the candidate has changed', async () => {
    // The records came in today, so that the gate was clear today, with a check that is not too old.
    const today = new Date().toISOString().slice(0, 10);
    await sent(
      'personal-matter-report',
      'ref,staff_no,period,kind,due_on,submitted_on,check_result,checked_on',
      `C-1-PM2,S1,2026,change,${today},${today},consistent,${today}`,
    );
    await sent(
      'sanctions',
      'ref,staff_no,kind,decided_on,effect_until',
      'SA-1,S1,warning,2026-06-20,2099-01-01',
    );
    const found = await dossier('C-1', '');
    expect(found).toMatchObject({ asOf: today, result: 'blocked' });
    expect(found.reasons.map(({ source, ref }) => `${source} ${ref}`)).toContain('sanctions SA-1');
    expect(found.lastClear?.asOf).toBe(today);
  });

  it('of nobody in scope is not there', async () => {
    expect((await server.fetch('/api/appointments/C-9')).status).toBe(404);
  });
});
