import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, signedUp } from '../../support/access/sign-in.js';
import { approve } from '../../support/access/two-people.js';
import { csvOf, fresh, importAll } from '../../support/records/importing.js';
import { finished, importFile, send } from '../../support/records/imports.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Proposal {
  readonly kind: string;
  readonly state: string;
  readonly countFrom: string[];
  readonly expectedFrom: string[];
  readonly asThingsStand: { overdueCount: number; inheritedCount: number };
  readonly options: { from: string; overdueCount: number; inheritedCount: number }[];
  readonly policyVersion: number | null;
  readonly proposalId: number | null;
}

interface FollowUps {
  readonly stale: boolean;
  readonly rows: { kind: string; ref: string; dueOn: string; state: string; inherited: boolean }[];
}

let server: TestServer;
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format();

beforeAll(async () => {
  server = await startServer({ env: { PROBITY_TIME_ZONE: 'UTC' } });
  await importAll(server, 'units', csvOf('unit_code,name', 'U1,One'));
  await importAll(
    server,
    'cadres',
    csvOf('staff_no,name,unit_code,appointed_on', 'S1,张三,U1,2012-01-01', 'S2,李四,U1,2012-01-01'),
  );
});
afterAll(() => server.stop());

const proposalOf = async (id: number) =>
  (await server.json<{ proposal: Proposal | null }>(`/api/imports/${id}/first-import`)).proposal;
const open = async () => (await server.json<{ rows: Proposal[] }>('/api/first-imports')).rows;
const versionNow = async () =>
  (await server.json<{ version: number }>('/api/policies/current')).version;
const decide = (kind: string, body: object) =>
  server.fetch(`/api/first-imports/${kind}/decision`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const followUps = async (query = '') =>
  (await fresh<FollowUps>(server, `/api/follow-ups?limit=1000${query}`)).rows;
const overdue = (rows: FollowUps['rows']) =>
  rows.filter(({ state, inherited }) => state === 'overdue' && !inherited).length;

describe('the first records of a kind', () => {
  it('propose nothing where they oblige nobody', async () => {
    const { id } = await importFile(server, 'sanctions', sanction());
    expect(await proposalOf(id)).toBeNull();
    expect((await server.fetch('/api/imports/999/first-import')).status).toBe(404);
  });

  it('bring ten years of history, and say what each day to count from would come to', async () => {
    const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023];
    const findings = csvOf(
      'ref,staff_no,audit_no,phase,found_on,severity',
      ...years.map((year) => `A${year},S1,N${year},in_term,${year}-03-01,2`),
      `new,S1,NEW,in_term,${today},2`,
    );
    const id = await send(server, 'audit-finding', findings);
    expect(await finished(server, id)).toMatchObject({ status: 'committed', accepted: 11 });
    const before = await versionNow();
    expect(await proposalOf(id)).toMatchObject({
      kind: 'audit-finding',
      state: 'open',
      countFrom: ['rectify-finding', 'return-visit', 're-rectify-finding'],
      expectedFrom: ['hold-audit'],
      asThingsStand: { overdueCount: 10, inheritedCount: 0 },
      options: [
        { from: today, overdueCount: 0, inheritedCount: 10 },
        ...(today.endsWith('-01-01') ? [] : [{ overdueCount: 0, inheritedCount: 10 }]),
      ],
    });
    expect(overdue(await followUps())).toBe(10);
    expect(await versionNow()).toBe(before);
    expect((await open()).map(({ kind }) => kind)).toEqual(['audit-finding']);
  });

  it('are counted from a day once an administrator accepts it, and asked about no more', async () => {
    expect((await decide('audit-finding', { decision: 'accept' })).status).toBe(400);
    const never = { decision: 'accept', countFrom: '2150-01-01' };
    expect((await decide('audit-finding', never)).status).toBe(400);
    const before = await versionNow();
    const accepted = await decide('audit-finding', {
      decision: 'accept',
      countFrom: today,
      expectedFrom: today,
    });
    expect(await accepted.json()).toMatchObject({ state: 'accepted', policyVersion: before + 1 });
    expect(overdue(await followUps())).toBe(0);
    expect((await followUps()).filter(({ inherited }) => inherited)).toHaveLength(10);
    expect((await decide('audit-finding', { decision: 'decline' })).status).toBe(409);
    expect(await open()).toEqual([]);
  });

  it('leave the policy as it is where that is declined, and later files ask nothing', async () => {
    const talks = (ref: string) =>
      csvOf('ref,staff_no,kind,held_on', `${ref},S2,admonition,2020-01-01`);
    const { id } = await importFile(server, 'reminder-talk', talks('T-1'));
    expect(await proposalOf(id)).toMatchObject({ asThingsStand: { overdueCount: 1 } });
    const before = await versionNow();
    const declined = await decide('reminder-talk', { decision: 'decline' });
    expect(await declined.json()).toMatchObject({ state: 'declined', policyVersion: null });
    expect(await versionNow()).toBe(before);
    const later = await importFile(server, 'reminder-talk', talks('T-2'));
    expect(await proposalOf(later.id)).toBeNull();
    expect((await decide('nap', { decision: 'decline' })).status).toBe(404);
  });
});

describe('the calendar', () => {
  const asked = '&asOf=2025-10-20&staffNo=S2&kind=verify-opinion';
  const dueOn = async () => (await followUps(asked)).map((row) => row.dueOn);

  it('moves a deadline that policy counts in working days, and no other', async () => {
    const opinion = csvOf(
      'ref,staff_no,given_on,respondent,circle,rating',
      'O-1,S2,2025-09-30,peer,work,-2',
    );
    await importAll(server, 'inspection-opinion', opinion);
    expect(await dueOn()).toEqual(['2025-11-29']);
    await changePolicy({
      sources: { 'inspection-opinion': { followUps: { verifyDays: 3 } } },
      followUps: { countIn: { 'verify-opinion': 'workingDays' } },
    });
    // Nothing is known of 2025 yet: Monday to Friday.
    expect(await dueOn()).toEqual(['2025-10-03']);
    const days = [1, 2, 3, 4, 5, 6, 7, 8].map((day) => `2025-10-0${day},放假,国庆节`);
    await importAll(server, 'calendar-days', csvOf('日期,类型,名称', ...days, '2025-10-11,上班,'));
    expect(await dueOn()).toEqual(['2025-10-11']);
    const { rows } = await server.json<{ rows: object[] }>('/api/calendar');
    expect(rows).toEqual([{ year: 2025, holidayCount: 8, workingDayCount: 1, verified: false }]);
  });

  it('is corrected as any record is, and one day cannot be two things', async () => {
    const twice = csvOf('day,kind', '2025-12-31,holiday', '2025-12-31,working');
    expect(await importFile(server, 'calendar-days', twice)).toMatchObject({ quarantined: 2 });
    await importAll(server, 'calendar-days', csvOf('day,kind', '2025-10-11,holiday'));
    expect(await dueOn()).toEqual(['2025-10-13']);
    const gone = csvOf('day,reason', '2025-10-11,mistaken');
    await importAll(server, 'calendar-days', gone, 'mode=withdraw');
    expect(await dueOn()).toEqual(['2025-10-13']);
  });
});

describe('clauses', () => {
  const path = 'sources.audit-finding.followUps.returnVisitDays';
  const clause = {
    document: { en: 'House rules', 'zh-CN': '本单位办法' },
    article: '12',
    effectiveFrom: '2026-01-01',
    verified: true,
  };
  type Policy = { document: { clauses: Record<string, object | null> } };

  it('are part of the policy, version by version', async () => {
    const before = await server.json<Policy>('/api/policies/current');
    expect(before.document.clauses[path]).toBeNull();
    expect(before.document.clauses['appointments.noticeDays']).toMatchObject({ verified: false });
    await changePolicy({ clauses: { [path]: clause } });
    const { document } = await server.json<Policy>('/api/policies/current');
    expect(document.clauses[path]).toEqual({ ...clause, effectiveUntil: null, note: null });
    expect(document.clauses['appointments.noticeDays']).toMatchObject({ verified: false });
  });

  it.each([
    ['of a number that nobody rules', { 'sources.audit-finding.cap': clause }],
    ['that end before they begin', { [path]: { ...clause, effectiveUntil: '2025-12-31' } }],
    ['of no document', { 'appointments.circles': { article: '1' } }],
  ])('%s are refused', async (_, clauses) => {
    const { status } = await postPolicy({ clauses });
    expect(status).toBe(400);
  });
});

describe('the first records of a kind, once there are accounts', () => {
  it('are counted from a day only when a second person approves what an administrator accepted', async () => {
    const talks = csvOf('ref,staff_no,held_on', 'H-1,S1,2020-01-01');
    await importFile(server, 'heart-to-heart-talk', talks);
    const before = await versionNow();
    const approver = await signedUp(server, { name: 'second', roles: ['approver'] });
    const administrator = await signedUp(server, { name: 'first', roles: ['administrator'] });
    const asked = async () =>
      (await administrator.json<{ rows: Proposal[] }>('/api/first-imports')).rows.find(
        ({ kind }) => kind === 'heart-to-heart-talk',
      );
    const settle = (decision: object) =>
      administrator.fetch(
        '/api/first-imports/heart-to-heart-talk/decision',
        body('POST', decision),
      );
    const accept = { decision: 'accept', expectedFrom: today };
    const version = async () =>
      (await approver.json<{ version: number }>('/api/policies/current')).version;

    const accepted = await settle(accept);
    const { proposalId } = (await accepted.json()) as Proposal;
    expect([accepted.status, await version()]).toEqual([202, before]);
    expect(await asked()).toMatchObject({ state: 'waiting', proposalId, policyVersion: null });
    for (const decision of [accept, { decision: 'decline' }]) {
      expect((await settle(decision)).status).toBe(409);
    }
    // Declined by the second person it is asked about again.
    await approver.json(
      `/api/proposals/${proposalId}/decline`,
      body('POST', { reason: 'from January on' }),
    );
    expect(await asked()).toMatchObject({ state: 'open', proposalId: null });

    const again = (await (await settle(accept)).json()) as Proposal;
    await approve(approver, again.proposalId ?? 0);
    expect(await version()).toBe(before + 1);
    expect(await asked()).toBeUndefined();
    expect((await settle(accept)).status).toBe(409);
  });
});

const postPolicy = (changes: object) =>
  server.fetch('/api/policies', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ changes, note: 'a test' }),
  });

async function changePolicy(changes: object) {
  const response = await postPolicy(changes);
  if (!response.ok) throw new Error(await response.text());
}

function sanction() {
  return csvOf('ref,staff_no,kind,decided_on,effect_until', 'X-1,S1,警告,2020-01-01,2020-07-01');
}
