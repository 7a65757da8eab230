import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  body,
  makeAccount,
  type SignedIn,
  signedUp,
  signIn,
} from '../../../support/access/sign-in.js';
import { draftPolicy } from '../../../support/access/two-people.js';
import { csvOf, fresh, importAll } from '../../../support/records/importing.js';
import { startServer, type TestServer } from '../../../support/server.js';

const asOf = '2024-06-01';

interface Row {
  readonly id: number;
  readonly importId: number;
  readonly state: string;
  readonly proposal: { state: string; proposedBy: string; decidedBy: string | null } | null;
}
interface Rows {
  readonly total: number;
  readonly rows: Row[];
}

type Program = Pick<SignedIn, 'fetch'>;
interface Refused {
  readonly refusal?: string;
  readonly said?: object;
}

let server: TestServer;
let officer: SignedIn;
let approver: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  server = await startServer();
  await importAll(
    server,
    'units',
    csvOf('unit_code,name,parent_code', 'P,Province,', 'N,North,P', 'S,South,P'),
  );
  await importAll(
    server,
    'cadres',
    csvOf('staff_no,name,unit_code', 'N1,甲,N', 'N2,乙,N', 'S1,丙,S'),
  );
  await fresh(server, `/api/rankings?asOf=${asOf}`);
  const kinds = ['audit-finding', 'units'];
  officer = await signedUp(server, {
    ...{ name: 'sender', roles: ['data-officer', 'approver'], kinds },
  });
  approver = await signedUp(server, { name: 'second', roles: ['approver'], unitCode: 'N' });
  stranger = await signedUp(server, { name: 'elsewhere', roles: ['approver'], unitCode: 'S' });
});
afterAll(() => server.stop());

/** Two rows about somebody that can't both be right, sent by the officer; the row numbers. */
async function conflicting(ref: string, staffNo: string): Promise<readonly [number, number]> {
  const row = (severity: number) => `${ref},${staffNo},A1,in_term,2024-01-10,${severity}`;
  const { id } = await officer.json<{ id: number }>('/api/imports/audit-finding', {
    ...{ method: 'POST', headers: { 'content-type': 'text/csv' } },
    body: csvOf('ref,staff_no,audit_no,phase,found_on,severity', row(1), row(4)),
  });
  await (await officer.fetch(`/api/imports/${id}/events`)).text();
  const { rows } = await officer.json<Rows>('/api/quarantine?limit=1000');
  const [mild, grave] = rows.filter((row) => row.importId === id).map((row) => row.id);
  return [mild ?? 0, grave ?? 0];
}

/** A program by a token that somebody made. */
async function tokenOf(by: Pick<SignedIn, 'json'>, ...roles: string[]): Promise<Program> {
  const { token } = await by.json<{ token: string }>(
    '/api/tokens',
    body('POST', { name: 'program', roles, days: 1 }),
  );
  return {
    fetch: (path, init = {}) =>
      fetch(server.url + path, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
      }),
  };
}

const decide = (by: Pick<SignedIn, 'fetch'>, id: number, what: string, reason = '核对原件') =>
  by.fetch(`/api/quarantine/${id}/${what}`, body('POST', { reason }));
const codeOf = async (answer: Response) => ((await answer.json()) as { type: string }).type;
const scoreOf = async (staffNo: string) =>
  (await server.json<{ score: number }>(`/api/cadres/${staffNo}/score?asOf=${asOf}`)).score;

describe('the release of a row that touches published scores', () => {
  it('changes nothing until a second person has confirmed it', async () => {
    const [mild, grave] = await conflicting('F1', 'N1');
    const proposed = await decide(officer, grave, 'release');
    expect(proposed.status).toBe(202);
    expect(await proposed.json()).toMatchObject({
      state: 'waiting',
      proposal: { state: 'waiting', proposedBy: 'sender', reason: '核对原件' },
    });
    expect(await scoreOf('N1')).toBe(0);
    expect((await decide(officer, grave, 'release')).status).toBe(409);

    for (const [by, status] of [
      [officer, 403],
      [server, 403],
      [stranger, 404],
    ] as const) {
      const refused = await decide(by, grave, 'approve');
      expect(refused.status).toBe(status);
      if (status === 403) expect(await codeOf(refused)).toBe('urn:probity:needs-second-person');
    }
    expect(await scoreOf('N1')).toBe(0);
    const { rows } = await approver.json<Rows>('/api/quarantine?proposed=true');
    expect(rows.map((row) => row.id)).toEqual([grave]);

    const released = await decide(approver, grave, 'approve');
    expect(await released.json()).toMatchObject({
      state: 'released',
      proposal: { state: 'approved', proposedBy: 'sender', decidedBy: 'second' },
    });
    expect(await scoreOf('N1')).toBeGreaterThan(0);
    expect((await decide(approver, grave, 'approve')).status).toBe(409);
    expect((await decide(officer, mild, 'discard')).status).toBe(200);
  });

  it('can be declined, and then proposed again', async () => {
    const [, grave] = await conflicting('F2', 'N2');
    expect((await decide(approver, grave, 'decline')).status).toBe(409);
    await decide(officer, grave, 'release');
    const declined = await decide(approver, grave, 'decline', 'not in the report');
    expect(await declined.json()).toMatchObject({
      state: 'waiting',
      proposal: { state: 'declined', decidedReason: 'not in the report' },
    });
    expect((await decide(approver, grave, 'approve')).status).toBe(409);
    expect((await decide(officer, grave, 'release')).status).toBe(202);
    expect((await decide(officer, grave, 'decline')).status).toBe(200);
    expect(await scoreOf('N2')).toBe(0);
  });

  it('lapses with its row', async () => {
    const [, grave] = await conflicting('F3', 'N2');
    await decide(officer, grave, 'release');
    const discarded = await decide(officer, grave, 'discard');
    expect(await discarded.json()).toMatchObject({
      state: 'discarded',
      proposal: { state: 'lapsed' },
    });
    expect((await decide(approver, grave, 'approve')).status).toBe(409);
  });

  it('cannot be confirmed for a token of the bootstrap, nor by a token of who proposed it', async () => {
    const [, grave] = await conflicting('F4', 'N2');
    await decide(officer, grave, 'release');
    for (const by of [await tokenOf(server, 'approver'), await tokenOf(officer, 'approver')]) {
      const refused = await decide(by, grave, 'approve');
      expect([refused.status, await codeOf(refused)]).toEqual([
        403,
        'urn:probity:needs-second-person',
      ]);
    }
  });

  it('is not shown to anybody whom it is about', async () => {
    const [, grave] = await conflicting('F5', 'S1');
    await decide(officer, grave, 'release');
    const about = { name: 'about', roles: ['approver'], staffNo: 'S1' };
    const concerned = await signedUp(server, about);
    expect((await decide(concerned, grave, 'approve')).status).toBe(404);
    const { rows } = await concerned.json<Rows>('/api/quarantine?limit=1000');
    expect(rows.map((row) => row.id)).not.toContain(grave);
    expect((await decide(stranger, grave, 'approve')).status).toBe(200);
  });
});

describe('the release of a row that touches no published score', () => {
  it('takes one person', async () => {
    await makeAccount(server, { name: 'idle', roles: ['approver'] });
    const { id } = await officer.json<{ id: number }>('/api/imports/units', {
      ...{ method: 'POST', headers: { 'content-type': 'text/csv' } },
      body: csvOf('unit_code,name,parent_code', 'W,West,P', 'W,Far West,P'),
    });
    await (await officer.fetch(`/api/imports/${id}/events`)).text();
    const { rows } = await officer.json<Rows>('/api/quarantine?limit=1000&kind=units');
    const released = await decide(officer, rows[1]?.id ?? 0, 'release');
    expect(released.status).toBe(200);
    expect(await released.json()).toMatchObject({ state: 'released', proposal: null });
  });
});

describe('a version of the policy', () => {
  /** Approvers of the whole tree, for whom the policy is. */
  let chief: SignedIn;
  let third: SignedIn;
  beforeAll(async () => {
    chief = await signedUp(server, { name: 'chief', roles: ['approver'] });
    third = await signedUp(server, { name: 'third', roles: ['approver'] });
  });

  const cap = (points: number) => ({ sources: { 'audit-finding': { cap: points } } });
  const save = (by: Program, changes: object, note = 'weighed anew') =>
    by.fetch('/api/policies', body('POST', { changes, note }));
  const word = (by: Program, id: number, what: 'approve' | 'decline', reason = '已核对') =>
    by.fetch(`/api/proposals/${id}/${what}`, body('POST', { reason }));
  const idOf = async (answer: Response) => ((await answer.json()) as { id: number }).id;
  const current = () =>
    officer.json<{ version: number; createdBy: string; approvedBy: string | null }>(
      '/api/policies/current',
    );
  const waiting = (by: SignedIn, query = '') =>
    by.json<{ total: number; rows: { id: number; own: boolean }[] }>(
      `/api/proposals?purpose=policy${query}`,
    );

  it('counts at once while the product is set up, and is a draft of whoever else asks', async () => {
    const made = await save(server, cap(29));
    expect([made.status, await made.json()]).toMatchObject([
      201,
      { version: 2, createdBy: 'bootstrap', approvedBy: null, current: true },
    ]);
    const program = await tokenOf(server, 'administrator');
    const drafted = await save(program, cap(28));
    expect(drafted.status).toBe(202);
    const draft = (await drafted.json()) as { id: number };
    expect(draft).toEqual({
      ...{ id: draft.id, purpose: 'policy', staffNo: null, state: 'waiting', own: true },
      ...{ reason: 'weighed anew', proposedBy: expect.stringMatching(/^token:\d+:program$/) },
      ...{ proposedAt: expect.any(String), decidedBy: null, decidedReason: null, decidedAt: null },
      detail: {
        ...{ baseVersion: 2, note: 'weighed anew', version: null },
        changes: [{ path: 'sources.audit-finding.cap', before: 29, after: 28 }],
      },
    });
    expect(await current()).toMatchObject({ version: 2 });

    // One waits at a time, whoever drafts the next one; what cannot be is refused by name.
    const again = await save(program, cap(27));
    expect([again.status, (await again.json()) as Refused]).toMatchObject([
      409,
      { refusal: 'waits-already', said: { proposal: draft.id } },
    ]);
    expect((await save(program, { bands: { high: 1 } })).status).toBe(400);
    const nothing = await save(program, cap(29));
    expect([nothing.status, await nothing.text()]).toEqual([
      ...[400, expect.stringContaining('This is version 2 as it stands: it changes nothing.')],
    ]);
    expect((await waiting(chief)).rows.map(({ id }) => id)).toEqual([draft.id]);

    // Another version has come meanwhile: there is nothing left that could be approved.
    expect((await save(server, cap(31))).status).toBe(201);
    const stale = await word(chief, draft.id, 'approve');
    expect([stale.status, (await stale.json()) as Refused]).toMatchObject([
      409,
      { refusal: 'policy-moved-on', said: { base: 2, version: 3 } },
    ]);
    expect(await current()).toMatchObject({ version: 3 });
    expect(await (await word(program, draft.id, 'decline', '')).text()).toContain('reason');
    expect(await (await word(program, draft.id, 'decline')).json()).toMatchObject({
      state: 'lapsed',
    });
    expect((await waiting(chief)).total).toBe(0);
  });

  it('is drafted by administrators alone, and shown to who drafts or approves', async () => {
    const inspector = await signedUp(server, { name: 'reader', roles: ['inspector'] });
    const others = ['leader', 'data-officer', 'approver', 'auditor', 'service'];
    for (const role of ['inspector', ...others]) {
      const by = await tokenOf(server, role);
      expect([role, (await save(by, cap(30))).status]).toEqual([role, 403]);
    }
    const program = await tokenOf(server, 'administrator');
    const id = await idOf(await save(program, cap(30)));
    expect((await waiting(inspector)).total).toBe(0);
    expect((await word(inspector, id, 'decline')).status).toBe(404);
    expect((await word(inspector, id, 'approve')).status).toBe(403);
    for (const by of [program, await tokenOf(server, 'approver')]) {
      expect((await word(by, id, 'approve')).status).toBe(403);
    }
    // The bootstrap token is nobody's second person either.
    expect(await codeOf(await word(server, id, 'approve'))).toBe('urn:probity:needs-second-person');
    expect(await (await word(chief, id, 'decline', 'not yet')).json()).toMatchObject({
      ...{ state: 'declined', decidedBy: 'chief', decidedReason: 'not yet' },
    });
    expect(await current()).toMatchObject({ version: 3 });
    expect((await waiting(chief, '&state=declined')).rows.map((row) => row.id)).toEqual([id]);
  });

  it('takes an administrator and an approver, two different people, and is made once', async () => {
    // From here on the bootstrap token is over.
    const drafter = await signedUp(server, {
      name: 'drafter',
      roles: ['administrator', 'approver'],
    });
    const reader = await signIn(server, 'reader');
    const scored = () =>
      reader.json<{ score: number; policyVersion: number }>(`/api/cadres/N1/score?asOf=${asOf}`);
    const before = await scored();
    const { id } = await draftPolicy(drafter, cap(1));
    const ownToken = await tokenOf(drafter, 'administrator', 'approver');
    const roles = ['administrator', 'approver'] as const;
    const ofUnit = await signedUp(
      server,
      { name: 'ofunit', roles: [...roles], unitCode: 'N' },
      drafter,
    );
    for (const by of [drafter, ownToken, ofUnit]) {
      const refused = await word(by, id, 'approve');
      expect([refused.status, await codeOf(refused)]).toEqual([
        ...[403, 'urn:probity:needs-second-person'],
      ]);
    }
    expect((await waiting(drafter)).rows).toMatchObject([{ id, own: true }]);
    expect((await waiting(third)).rows).toMatchObject([{ id, own: false }]);

    // What it would do: in counts, of this draft alone, over everybody.
    const look = (by: Program, wish: object) =>
      by.fetch('/api/policy-previews', body('POST', wish));
    const seen = await (await look(third, { proposal: id })).json();
    expect(seen).toMatchObject({ policyVersion: 3, cadreCount: 3, people: null });
    expect(seen).toMatchObject({ changes: [{ path: 'sources.audit-finding.cap', after: 1 }] });
    expect((await look(third, { changes: cap(2) })).status).toBe(403);
    // Whoever approves for a unit doesn't for everybody, and so is not shown what waits.
    expect((await waiting(approver)).total).toBe(0);
    expect((await look(approver, { proposal: id })).status).toBe(403);
    for (const what of ['approve', 'decline'] as const) {
      expect((await word(approver, id, what)).status).toBe(404);
    }
    expect((await look(third, { proposal: id + 1 })).status).toBe(404);

    const both = await Promise.all([word(third, id, 'approve'), word(chief, id, 'approve')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const made = await current();
    expect(made).toMatchObject({ version: 4, createdBy: 'drafter' });
    expect(['third', 'chief']).toContain(made.approvedBy);
    const [approved] = both.filter(({ status }) => status === 200);
    expect(await approved?.json()).toMatchObject({ state: 'approved', detail: { version: 4 } });
    const after = await scored();
    expect([after.policyVersion, after.score]).toEqual([4, 1]);
    expect(before.score).toBeGreaterThan(1);
    expect((await look(third, { proposal: id })).status).toBe(409);

    // What a token of one's own drafted is one's own: not to be approved, but to be taken back.
    const byToken = await idOf(await save(ownToken, cap(2)));
    expect((await word(drafter, byToken, 'approve')).status).toBe(403);
    expect(await (await word(drafter, byToken, 'decline')).json()).toMatchObject({
      state: 'lapsed',
    });
    expect(await current()).toMatchObject({ version: 4 });
  });
});
