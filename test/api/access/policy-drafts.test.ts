import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, programOf } from '../../support/access/programs.js';
import { body, type SignedIn, signedUp, signIn } from '../../support/access/sign-in.js';
import { draftPolicy } from '../../support/access/two-people.js';
import { csvOf, fresh, importAll } from '../../support/records/importing.js';
import { startServer, type TestServer } from '../../support/server.js';

const asOf = '2024-06-01';

interface Refused {
  readonly refusal?: string;
  readonly said?: object;
}

let server: TestServer;
/** Approvers of the whole tree, for whom the policy is. */
let chief: SignedIn;
let third: SignedIn;
/** One of a unit. */
let approver: SignedIn;

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
  await importAll(
    server,
    'audit-finding',
    csvOf('ref,staff_no,audit_no,phase,found_on,severity', 'F1,N1,A1,in_term,2024-01-10,4'),
  );
  await fresh(server, `/api/rankings?asOf=${asOf}`);
  chief = await signedUp(server, { name: 'chief', roles: ['approver'] });
  third = await signedUp(server, { name: 'third', roles: ['approver'] });
  approver = await signedUp(server, { name: 'second', roles: ['approver'], unitCode: 'N' });
});
afterAll(() => server.stop());

const cap = (points: number) => ({ sources: { 'audit-finding': { cap: points } } });
const save = (by: Program, changes: object, note = 'weighed anew') =>
  by.fetch('/api/policies', body('POST', { changes, note }));
const word = (by: Program, id: number, what: 'approve' | 'decline', reason = '已核对') =>
  by.fetch(`/api/proposals/${id}/${what}`, body('POST', { reason }));
const codeOf = async (answer: Response) => ((await answer.json()) as { type: string }).type;
const idOf = async (answer: Response) => ((await answer.json()) as { id: number }).id;
const current = () =>
  chief.json<{ version: number; createdBy: string; approvedBy: string | null }>(
    '/api/policies/current',
  );
const waiting = (by: SignedIn, query = '') =>
  by.json<{ total: number; rows: { id: number; own: boolean; mayDecide: boolean }[] }>(
    `/api/proposals?purpose=policy${query}`,
  );

describe('a version of the policy', () => {
  it('counts at once while the product is set up, and is a draft of whoever else asks', async () => {
    const made = await save(server, cap(29));
    expect([made.status, await made.json()]).toMatchObject([
      201,
      { version: 2, createdBy: 'bootstrap', approvedBy: null, current: true },
    ]);
    const program = await programOf(server, ['administrator']);
    const drafted = await save(program, cap(28));
    expect(drafted.status).toBe(202);
    const draft = (await drafted.json()) as { id: number };
    expect(draft).toEqual({
      ...{ id: draft.id, purpose: 'policy', staffNo: null, state: 'waiting', own: true },
      mayDecide: false,
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
      const by = await programOf(server, [role]);
      expect([role, (await save(by, cap(30))).status]).toEqual([role, 403]);
    }
    const program = await programOf(server, ['administrator']);
    const id = await idOf(await save(program, cap(30)));
    expect((await waiting(inspector)).total).toBe(0);
    expect((await word(inspector, id, 'decline')).status).toBe(404);
    expect((await word(inspector, id, 'approve')).status).toBe(403);
    for (const by of [program, await programOf(server, ['approver'])]) {
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
    const ownToken = await programOf(server, ['administrator', 'approver'], drafter);
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
    expect((await waiting(drafter)).rows).toMatchObject([{ id, own: true, mayDecide: false }]);
    expect((await waiting(third)).rows).toMatchObject([{ id, own: false, mayDecide: true }]);
    // Who drafts for a unit and approves for it sees what waits, which is not theirs to decide on.
    expect((await waiting(ofUnit)).rows).toMatchObject([{ id, own: false, mayDecide: false }]);

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
    expect((await waiting(third)).rows).toMatchObject([{ id: byToken, proposedBy: 'drafter' }]);
    expect((await word(drafter, byToken, 'approve')).status).toBe(403);
    expect(await (await word(drafter, byToken, 'decline')).json()).toMatchObject({
      state: 'lapsed',
    });
    expect(await current()).toMatchObject({ version: 4 });
  });
});
