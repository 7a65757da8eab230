import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, type SignedIn, signedUp } from '../../../support/access/sign-in.js';
import { startDatabase, type TestDatabase } from '../../../support/database.js';
import {
  contents,
  correct,
  enter,
  finding,
  type Refusal,
  refusal,
  type Saved,
  undo,
  withdraw,
} from '../../../support/records/forms.js';
import { importTwoBureaus, ours, theirs } from '../../../support/records/two-bureaus.js';
import { startServer, type TestServer } from '../../../support/server.js';

let database: TestDatabase;
let server: TestServer;
let inspector: SignedIn;

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await importTwoBureaus(server);
  inspector = await signedUp(server, { name: 'insp', roles: ['inspector'], unitCode: 'OWN' });
});
afterAll(async () => {
  await server?.stop();
  await database?.stop();
});

const tableOf = (kind: string) => kind.replaceAll('-', '_');

describe.each(contents)('the form of $kind', ({ kind, content, change }) => {
  it('enters a record, corrects it and withdraws it, each as a version of its own', async () => {
    const entered = await enter(server, kind, content);
    expect(entered.record).toMatchObject({ system: 'form', version: 1, fields: content });
    const corrected = await correct(server, kind, entered, change);
    expect(corrected).toMatchObject({
      unchanged: false,
      record: { system: 'form', version: 2, fields: { ...content, ...change } },
    });
    expect(await correct(server, kind, corrected, change)).toMatchObject({
      unchanged: true,
      record: { id: corrected.record.id, version: 2 },
    });
    const gone = await withdraw(server, kind, corrected, 'wrong person');
    expect(gone.record).toMatchObject({ version: 3, withdrawnReason: 'wrong person' });
    // The id of any version leads to the record as it stands.
    for (const { id } of [entered.record, corrected.record]) {
      const path = `/api/records/${kind}/${id}`;
      expect(await server.json(path)).toMatchObject({ version: 3, id: gone.record.id });
    }
    const { rows } = await database.client.query(
      `SELECT version, import_id::int, superseded_at IS NULL AS stands, withdrawn_reason AS reason
       FROM ${tableOf(kind)} WHERE source_system = 'form' ORDER BY version`,
    );
    expect(rows).toEqual([
      { version: 1, import_id: entered.record.importId, stands: false, reason: null },
      { version: 2, import_id: corrected.record.importId, stands: false, reason: null },
      { version: 3, import_id: gone.record.importId, stands: true, reason: 'wrong person' },
    ]);
    const told = await server.json(`/api/imports/${entered.record.importId}`);
    expect(told).toMatchObject({ kind, system: 'form', status: 'committed', rows: 1, accepted: 1 });
  });

  it('brings a withdrawn record back, and takes a new one back, by undoing', async () => {
    const { rows } = await server.json<{ rows: (Saved['record'] & { kind: string })[] }>(
      '/api/records?limit=100',
    );
    const record = rows.find((row) => row.kind === kind)!;
    const back = await undo(server, kind, { record });
    expect(back.record).toMatchObject({ version: 4, withdrawnReason: null });
    expect(back.record.fields).toMatchObject(change);
    const gone = await undo(server, kind, back);
    expect(gone.record.withdrawnReason).toBe('wrong person');
  });
});

describe('what was filled in badly', () => {
  it('is told field by field, and nothing is kept of it', async () => {
    const before = await database.client.query('SELECT count(*) FROM imports');
    const wrong = { ...finding, phase: 'later', found_on: '2026-02-30', severity: 5, audit_no: '' };
    const { status, problem } = await refusal(
      server,
      '/api/records/audit-finding',
      body('POST', { fields: wrong }),
    );
    expect([status, problem.type]).toEqual([422, 'urn:probity:form-refused']);
    expect(problem.findings.map(({ column, code }) => [column, code])).toEqual([
      ['audit_no', 'required'],
      ['phase', 'bad-value'],
      ['found_on', 'bad-date'],
      ['severity', 'out-of-range'],
    ]);
    const unknown = { ...finding, staff_no: 'S-NOBODY' };
    const check = await server.json<{ errors: unknown[] }>(
      '/api/records/audit-finding/check',
      body('POST', { fields: unknown }),
    );
    expect(check.errors).toMatchObject([{ code: 'unknown-reference', column: 'staff_no' }]);
    const other = await refusal(
      server,
      '/api/records/audit-finding',
      body('POST', { fields: { ...finding, colour: 'red' } }),
    );
    expect([other.status, other.problem.type]).toEqual([400, 'urn:probity:bad-parameter']);
    expect((await database.client.query('SELECT count(*) FROM imports')).rows).toEqual(before.rows);
    const { rows } = await database.client.query(
      `SELECT count(*)::int AS n FROM quarantine WHERE kind = 'audit-finding'`,
    );
    expect(rows[0]?.n).toBe(0);
  });

  it('is checked before it is saved: what is odd is told, and keeps nobody from saving', async () => {
    const odd = { ...finding, ref: 'N-2', rectified_on: '2026-03-01' };
    const check = await inspector.json<{ errors: unknown[]; warnings: unknown[] }>(
      '/api/records/audit-finding/check',
      body('POST', { fields: odd }),
    );
    expect(check).toMatchObject({
      errors: [],
      warnings: [{ code: 'dates-out-of-order', column: 'rectified_on' }],
    });
    const path = `/api/cadres/${ours.staffNo}/records?source=audit-finding`;
    expect(JSON.stringify(await inspector.json(path))).not.toContain('N-2');
    const saved = await enter(inspector, 'audit-finding', odd);
    expect(saved.warnings).toMatchObject([{ code: 'dates-out-of-order' }]);
    expect(JSON.stringify(await inspector.json(path))).toContain(saved.record.id);
  });

  it('is named where the same record stands under another system', async () => {
    const again = { ...finding, ref: 'OUR-AF' };
    const check = await inspector.json<{ elsewhere: { id: string; system: string }[] }>(
      '/api/records/audit-finding/check',
      body('POST', { fields: again }),
    );
    expect(check.elsewhere).toMatchObject([{ system: 'upload' }]);
    const found = await inspector.json<Saved['record']>(
      `/api/records/audit-finding/${check.elsewhere[0]?.id}`,
    );
    expect(found).toMatchObject({ ref: 'OUR-AF', system: 'upload' });
    // A correction stays with its system, and is followed by later files as if it had come in one.
    const corrected = await correct(
      inspector,
      'audit-finding',
      { record: found },
      {
        rectified_on: '2026-04-20',
      },
    );
    expect(corrected.record).toMatchObject({ system: 'upload', version: found.version + 1 });
    const moved = await refusal(
      inspector,
      `/api/records/audit-finding/${corrected.record.id}`,
      body('PUT', { version: corrected.record.version, fields: { ref: 'ANOTHER' } }),
    );
    expect(moved.problem.findings).toMatchObject([{ code: 'identity', column: 'ref' }]);
  });
});

describe('two forms at once', () => {
  it('over one record: the second is told that it has changed, and changes nothing', async () => {
    const opened = await enter(inspector, 'audit-finding', { ...finding, ref: 'N-3' });
    const path = `/api/records/audit-finding/${opened.record.id}`;
    const write = (severity: string) =>
      inspector.fetch(path, body('PUT', { version: 1, fields: { severity } }));
    const answers = await Promise.all(['1', '3', '4'].map(write));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await inspector.json(path)).toMatchObject({ version: 2 });
    const late = await refusal(
      inspector,
      `${path}/withdraw`,
      body('POST', { version: 1, reason: 'late' }),
    );
    expect([late.status, late.problem.type]).toEqual([409, 'urn:probity:changed']);
  });

  it('of one new record: one is entered, the other is led to it', async () => {
    const fields = { ...finding, ref: 'N-4' };
    const write = () => inspector.fetch('/api/records/audit-finding', body('POST', { fields }));
    const answers = await Promise.all([write(), write()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    const { standing } = (await refused.json()) as Refusal;
    expect(await inspector.json(`/api/records/audit-finding/${standing}`)).toMatchObject({
      ref: 'N-4',
    });
  });

  it('sent again with one key are one', async () => {
    const init = body('POST', { fields: { ...finding, ref: 'N-5' } });
    const headers = { ...(init.headers as object), 'idempotency-key': 'form-5' };
    const first = await inspector.json<Saved>('/api/records/audit-finding', { ...init, headers });
    const again = await inspector.json<Saved>('/api/records/audit-finding', { ...init, headers });
    expect(again.record).toEqual(first.record);
    const other = body('POST', { fields: { ...finding, ref: 'N-6' } });
    const reused = await refusal(inspector, '/api/records/audit-finding', { ...other, headers });
    expect(reused.problem.findings[0]?.code).toBe('idempotency-key-reused');
  });
});

interface Closing {
  readonly kind: string;
  readonly records: Saved['record'][];
  readonly fields: string[];
  readonly entered: Record<string, string>;
  readonly today: string;
}
interface FollowUps {
  readonly rows: { kind: string; staffNo: string; ref: string; dueOn: string; state: string }[];
}

describe('a follow-up', () => {
  it('is closed by the fields that its source names, and is closed in the next scores', async () => {
    await enter(inspector, 'audit-finding', { ...finding, ref: 'N-13', rectify_by: '2026-05-02' });
    const list = `/api/follow-ups?kind=rectify-finding&staffNo=${ours.staffNo}&limit=1000`;
    const open = (await inspector.json<FollowUps>(list)).rows.find(({ ref }) => ref === 'N-13')!;
    expect(open.state).toBe('overdue');
    const { kind, staffNo, ref, dueOn } = open;
    const asked = new URLSearchParams({ kind, staffNo, ref, dueOn });
    const closing = await inspector.json<Closing>(`/api/records/closing?${asked}`);
    expect(closing).toMatchObject({ kind: 'audit-finding', fields: ['rectified_on'] });
    const [record] = closing.records;
    const closed = await correct(
      inspector,
      closing.kind,
      { record: record! },
      {
        rectified_on: closing.today,
      },
    );
    const knownAt = encodeURIComponent(closed.record.recordedAt);
    const events = await inspector.fetch(`/api/freshness/events?knownAt=${knownAt}`);
    expect(await events.text()).toMatch(/^event: scored\ndata: \{.*\}\n\n$/s);
    const state = async () =>
      (await inspector.json<FollowUps>(list)).rows.find((row) => row.ref === 'N-13')?.state;
    expect(await state()).toBe('closed');
    const undone = await undo(inspector, closing.kind, closed);
    expect(undone.record).toMatchObject({ version: 3, fields: { rectified_on: null } });
  });

  it('that has no record is closed by a new one, of which what is known is filled in', async () => {
    const asked = {
      kind: 'hold-debriefing',
      staffNo: ours.staffNo,
      ref: '2025',
      dueOn: '2026-03-31',
    };
    const closing = await inspector.json<Closing>(
      `/api/records/closing?${new URLSearchParams(asked)}`,
    );
    expect(closing).toMatchObject({
      kind: 'debriefing-score',
      records: [],
      entered: { staff_no: ours.staffNo, year: '2025', held_on: closing.today },
    });
    for (const wrong of [
      { ...asked, staffNo: theirs.staffNo },
      { ...asked, kind: 'answer-contest' },
    ]) {
      const path = `/api/records/closing?${new URLSearchParams(wrong)}`;
      expect((await inspector.fetch(path)).status).toBe(404);
    }
  });
});
