import { dateOf, dayOf } from '@probity/analytics';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { body, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { bureauUnits } from '../../support/records/bureau-units.js';
import { csvOf, fresh, importAll } from '../../support/records/importing.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Proposal {
  readonly number: string;
  readonly staffNo: string;
  readonly rule: string;
  readonly source: string;
  readonly ref: string;
  readonly proposedKind: string;
  readonly kind: string | null;
  readonly state: string;
  readonly reason: string;
  readonly plannedOn: string | null;
  readonly heldOn: string | null;
  readonly note: string | null;
  readonly versions: readonly { state: string; recordedBy: string; note: string | null }[];
}

interface Followed {
  readonly stale: boolean;
  readonly rows: readonly Record<string, unknown>[];
}

const today = dayOf(new Date().toISOString().slice(0, 10));
const on = (days: number) => dateOf(today + days) ?? '';
const year = Number(on(0).slice(0, 4));

let server: TestServer;
let inspector: SignedIn;
let elsewhere: SignedIn;

const sent = (kind: string, ...lines: string[]) => importAll(server, kind, csvOf(...lines));

const talks = (query = '') =>
  inspector.json<{ total: number; rows: Proposal[] }>(`/api/talk-proposals?${query}`);

const ofPerson = async (staffNo: string) => {
  const { rows } = await talks(`staffNo=${staffNo}`);
  return rows.map(({ rule, ref, state }) => `${rule} ${ref} ${state}`);
};

/** Waits until what is proposed about somebody is that: proposing follows a commit by itself. */
const proposed = (staffNo: string, ...expected: string[]) =>
  expect.poll(() => ofPerson(staffNo)).toEqual(expected);

const numberOf = async (staffNo: string) => (await talks(`staffNo=${staffNo}`)).rows[0]?.number;

const accept = (number: string | undefined, wish: object, by: SignedIn = inspector) =>
  by.fetch(`/api/talk-proposals/${number}/accept`, body('POST', wish));
const decline = (number: string | undefined, reason: string, by: SignedIn = inspector) =>
  by.fetch(`/api/talk-proposals/${number}/decline`, body('POST', { reason }));

const debriefing = (staffNo: string, grade: string) =>
  sent(
    'debriefing-score',
    'staff_no,year,held_on,score,grade',
    `${staffNo},${year - 1},${on(-20)},65,${grade}`,
  );

beforeAll(async () => {
  server = await startServer({ env: { PROBITY_TIME_ZONE: 'UTC' } });
  await sent('units', ...bureauUnits);
  await sent(
    'cadres',
    'staff_no,name,unit_code,appointed_on',
    ...['S1', 'S2', 'S3', 'S4'].map((no) => `${no},Name ${no},PA,2015-01-01`),
  );
  await sent(
    'audit-finding',
    'ref,staff_no,audit_no,phase,found_on,severity,rectify_by',
    `F-1,S1,A-1,in_term,${on(-100)},2,${on(-3)}`,
  );
  await sent(
    'personal-matter-report',
    'ref,staff_no,period,kind,due_on,submitted_on,check_result,checked_on',
    `PM-2,S2,${year - 1},annual,${on(-60)},${on(-70)},omitted,${on(-5)}`,
  );
  await debriefing('S3', 'basically_competent');
  inspector = await signedUp(server, { name: 'wang', roles: ['inspector'], unitCode: 'PA' });
  elsewhere = await signedUp(server, { name: 'li', roles: ['inspector'], unitCode: 'PB' });
});
afterAll(() => server.stop());

it('proposes a talk for each rule that is met, to whom the person is in scope', async () => {
  await proposed('S1', 'first-overdue-rectification F-1 open');
  await proposed('S2', 'omitted-matter PM-2 open');
  await proposed('S3', `basically-competent S3/${year - 1} open`);
  const { total, rows } = await talks('state=open&limit=1');
  expect([total, rows.length]).toEqual([3, 1]);
  expect((await talks('rule=omitted-matter')).rows[0]).toMatchObject({
    staffNo: 'S2',
    proposedKind: 'reminding',
    source: 'personal-matter-report',
    reason: `The check of the report found a matter omitted (${on(-5)}).`,
  });
  expect((await talks('kind=helping')).rows.map(({ staffNo }) => staffNo)).toEqual(['S3']);
  expect((await talks('q=F-1')).total).toBe(1);
  // Nothing follows from a proposal by itself.
  const { rows: followed } = await fresh<Followed>(server, '/api/follow-ups?kind=hold-talk');
  expect(followed).toEqual([]);

  expect(await elsewhere.json('/api/talk-proposals')).toEqual({ total: 0, rows: [] });
  const number = await numberOf('S1');
  for (const answer of [
    await elsewhere.fetch(`/api/talk-proposals/${number}`),
    await accept(number, {}, elsewhere),
    await decline(number, 'no', elsewhere),
    await accept('T-9999', {}),
  ]) {
    expect(answer.status).toBe(404);
  }
});

it('makes an accepted talk a follow-up, which a talk because of the record closes and counts once', async () => {
  const number = await numberOf('S1');
  expect((await accept(number, { plannedOn: on(-1) })).status).toBe(400);
  expect((await accept(number, { kind: 'dismissal' })).status).toBe(400);
  const agreed = await accept(number, { kind: 'communication', plannedOn: on(10) });
  expect(await agreed.json()).toMatchObject({
    ...{ state: 'accepted', kind: 'communication', proposedKind: 'reminding', plannedOn: on(10) },
    versions: [{ state: 'open', recordedBy: 'system' }, { state: 'accepted' }],
  });
  const later = await accept(number, { plannedOn: on(20), note: 'The head is away.' });
  expect(await later.json()).toMatchObject({ kind: 'communication', plannedOn: on(20) });

  const asked = () => fresh<Followed>(server, '/api/follow-ups?kind=hold-talk');
  const owed = { staffNo: 'S1', source: 'audit-finding', ref: 'F-1', owedBy: 'office' };
  expect((await asked()).rows).toMatchObject([{ ...owed, dueOn: on(20), state: 'open' }]);
  await sent(
    'reminder-talk',
    'ref,staff_no,kind,held_on,because_of',
    `RT-1,S1,reminding,${on(0)},F-1`,
  );
  expect((await asked()).rows).toMatchObject([{ ...owed, state: 'closed', closedOn: on(0) }]);
  const score = await server.json<{
    sources: { source: string; subtotal: number }[];
  }>('/api/cadres/S1/score');
  expect(score.sources.find(({ source }) => source === 'reminder-talk')?.subtotal).toBe(0);
  expect((await talks('staffNo=S1')).rows[0]).toMatchObject({ heldOn: on(0), state: 'accepted' });
  expect((await decline(number, 'no longer')).status).toBe(409);
});

it('keeps what was declined and why, and calls off what was agreed', async () => {
  const number = await numberOf('S2');
  expect((await decline(number, ' ')).status).toBe(400);
  const declined = await decline(number, 'Spoken about when the check was made.');
  expect(await declined.json()).toMatchObject({
    state: 'declined',
    note: 'Spoken about when the check was made.',
    versions: [{ state: 'open' }, { state: 'declined' }],
  });
  expect((await accept(number, {})).status).toBe(409);

  const helping = await numberOf('S3');
  expect(await (await accept(helping, {})).json()).toMatchObject({
    ...{ state: 'accepted', kind: 'helping', plannedOn: on(30) },
  });
  // Whoever saw it before it was agreed to decides on something else.
  expect((await accept(helping, { version: 1 })).status).toBe(409);
  expect((await accept(helping, { version: 2 })).status).toBe(200);
  expect((await decline(helping, 'Moved to another post.')).status).toBe(200);
  const { rows } = await fresh<Followed>(server, '/api/follow-ups?kind=hold-talk&staffNo=S3');
  expect(rows).toEqual([]);
});

it('withdraws a proposal whose record is corrected, and proposes again what holds again', async () => {
  const ref = `S4/${year - 1}`;
  await debriefing('S4', 'incompetent');
  await proposed('S4', `incompetent ${ref} open`);
  const number = await numberOf('S4');
  await debriefing('S4', 'competent');
  await proposed('S4', `incompetent ${ref} withdrawn`);
  expect((await accept(number, {})).status).toBe(409);
  await importAll(
    server,
    'debriefing-score',
    csvOf('staff_no,year,held_on,score,grade', `S4,${year - 1},${on(-19)},64,incompetent`),
  );
  await proposed('S4', `incompetent ${ref} open`);
  expect(await numberOf('S4')).toBe(number);
  const { versions } = await inspector.json<Proposal>(`/api/talk-proposals/${number}`);
  expect(versions.map(({ state }) => state)).toEqual(['open', 'withdrawn', 'open']);
  // A talk that was held without being asked for makes the proposal pointless.
  await sent(
    'reminder-talk',
    'ref,staff_no,kind,held_on,because_of',
    `RT-4,S4,admonition,${on(-1)},${ref}`,
  );
  await proposed('S4', `incompetent ${ref} withdrawn`);
});
