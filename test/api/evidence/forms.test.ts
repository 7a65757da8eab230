import { type Field, type RecordKind, recordKinds } from '@probity/analytics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, type Caller, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { importAll } from '../../support/records/importing.js';
import { importTwoBureaus, ours, theirs } from '../../support/records/two-bureaus.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Saved {
  readonly record: {
    readonly id: string;
    readonly ref: string;
    readonly system: string;
    readonly version: number;
    readonly recordedAt: string;
    readonly importId: number;
    readonly withdrawnReason: string | null;
    readonly staffNo: string | null;
    readonly fields: Record<string, string | null>;
  };
  readonly unchanged: boolean;
  readonly warnings: { code: string; column: string | null }[];
}
interface Refusal {
  readonly type: string;
  readonly standing?: string;
  readonly findings: { code: string; column: string | null; message: { en: string } }[];
}

let database: TestDatabase;
let server: TestServer;
let inspector: SignedIn;
let officer: SignedIn;

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await importTwoBureaus(server);
  inspector = await signedUp(server, { name: 'insp', roles: ['inspector'], unitCode: 'OWN' });
  officer = await signedUp(server, {
    ...{ name: 'officer', roles: ['data-officer'], staffNo: theirs.staffNo },
    kinds: ['audit-finding', 'joint-review-reply'],
  });
});
afterAll(async () => {
  await server?.stop();
  await database?.stop();
});

const enter = (by: Caller, kind: string, fields: object, more: object = {}) =>
  by.json<Saved>(`/api/records/${kind}`, body('POST', { fields, ...more }));
const correct = (by: Caller, kind: string, { record }: Pick<Saved, 'record'>, fields: object) =>
  by.json<Saved>(
    `/api/records/${kind}/${record.id}`,
    body('PUT', { version: record.version, fields }),
  );
const withdraw = (by: Caller, kind: string, { record }: Pick<Saved, 'record'>, reason: string) =>
  by.json<Saved>(
    `/api/records/${kind}/${record.id}/withdraw`,
    body('POST', { version: record.version, reason }),
  );
const undo = (by: Caller, kind: string, { record }: Pick<Saved, 'record'>) =>
  by.json<Saved>(
    `/api/records/${kind}/${record.id}/undo`,
    body('POST', { version: record.version }),
  );

/** What a request is refused with, and its status. */
async function refusal(by: SignedIn | TestServer, path: string, init: RequestInit) {
  const answer = await by.fetch(path, init);
  return { status: answer.status, problem: (await answer.json()) as Refusal };
}

/** Something that the field takes; `nth` 1 is another value than 0. */
function sample(kind: RecordKind, name: string, field: Field, nth: 0 | 1): string {
  if (field.references === 'cadre') return ours.staffNo;
  if (field.references === 'unit') return 'OWN';
  if (field.references === 'appointment-case') return 'OUR-CASE';
  switch (field.type) {
    case 'date':
      return `2026-03-1${nth}`;
    case 'integer':
      return String((field.min ?? 0) + nth);
    case 'decimal':
    case 'amount':
      return String(50 + nth);
    case 'boolean':
      return String(nth === 0);
    case 'choice':
      return Object.keys(field.values ?? {})[nth] ?? '';
    case 'text':
      return `FORM ${kind.key} ${name}${nth === 0 ? '' : ' again'}`;
  }
}

const contents = recordKinds.map((kind) => {
  const fields = Object.entries(kind.fields).filter(([, { optional }]) => !optional);
  const content = Object.fromEntries(
    fields.map(([name, field]) => [name, sample(kind, name, field, 0)]),
  );
  const free = Object.entries(kind.fields).filter(([name]) => !kind.identity.includes(name));
  const [name, field] = free.find(([, { references }]) => !references) ?? free[0]!;
  const other =
    field.references === 'cadre'
      ? theirs.staffNo
      : sample(kind, name, field, name in content ? 1 : 0);
  return { kind: kind.key, content, change: { [name]: other } };
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

const finding = {
  ...{ ref: 'N-1', staff_no: ours.staffNo, audit_no: 'N', phase: 'in_term' },
  ...{ found_on: '2026-04-01', severity: '2' },
};

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

/** A refusal without what was asked about and its number. */
const told = ({ status, problem }: Awaited<ReturnType<typeof refusal>>, ...asked: string[]) =>
  asked.reduce((text, one) => text.replaceAll(one, 'X'), JSON.stringify({ status, ...problem }));

describe('people who are out of scope', () => {
  it('are told like people who do not exist, whatever is entered about them', async () => {
    const about = async (staffNo: string, caseNo: string) => {
      const entries = [
        ['audit-finding', { ...finding, ref: 'N-7', staff_no: staffNo }],
        ['cadres', { staff_no: staffNo, name: 'X' }],
        [
          'headcount-review',
          { ...contents.find(({ kind }) => kind === 'headcount-review')!.content, case_no: caseNo },
        ],
        [
          'inspection-opinion',
          {
            ...contents.find(({ kind }) => kind === 'inspection-opinion')!.content,
            case_no: caseNo,
          },
        ],
      ] as const;
      const answers = [];
      for (const [kind, fields] of entries) {
        const init = body('POST', { fields });
        answers.push(told(await refusal(inspector, `/api/records/${kind}`, init), staffNo, caseNo));
      }
      return answers;
    };
    const foreign = await about(theirs.staffNo, 'CANARY-CASE');
    expect(foreign).toEqual(await about('NOBODY-1', 'MISSED-CASE'));
    for (const answer of foreign) expect(answer).toContain('unknown-reference');
  });

  it('keep their records, cases and numbers', async () => {
    const own = await inspector.json<{ rows: { id: string }[] }>(
      `/api/cadres/${ours.staffNo}/records`,
    );
    expect(own.rows.length).toBeGreaterThan(3);
    const { rows } = await database.client.query<{ id: string }>(
      `SELECT cadre_id || '.' || id AS id FROM audit_finding WHERE ref = 'CANARY-AF'`,
    );
    const id = rows[0]?.id;
    for (const [path, init] of [
      [`audit-finding/${id}`, {}],
      [`audit-finding/${id}`, body('PUT', { version: 1, fields: { severity: '0' } })],
      [`audit-finding/${id}/withdraw`, body('POST', { version: 1, reason: 'x' })],
      [`audit-finding/${id}/undo`, body('POST', { version: 1 })],
    ] as const) {
      const foreign = await refusal(inspector, `/api/records/${path}`, init);
      const missing = await refusal(
        inspector,
        `/api/records/${path.replace(`${id}`, '1.9')}`,
        init,
      );
      expect([path, foreign.status]).toEqual([path, 404]);
      expect(told(foreign, `${id}`)).toBe(told(missing, '1.9'));
    }
    // Their case by another system's name would take its reviews along.
    const stolen = { ...contents.find(({ kind }) => kind === 'appointment-case')!.content };
    const taken = await refusal(
      inspector,
      '/api/records/appointment-case',
      body('POST', { fields: { ...stolen, case_no: 'CANARY-CASE' } }),
    );
    expect(taken.problem.findings).toMatchObject([{ code: 'already-there', column: 'case_no' }]);
    const numbers = { staff_no: ours.staffNo, system: 'hr', identifier: theirs.staffNo };
    const alias = await refusal(
      inspector,
      '/api/records/cadre-aliases',
      body('POST', { fields: numbers }),
    );
    expect(alias.status).toBe(403);
  });

  it('cannot be meant by another office’s number either', async () => {
    await importAll(
      server,
      'cadre-aliases',
      `staff_no,system,identifier\n${theirs.staffNo},hr,${ours.staffNo}\n`,
    );
    const entry = { fields: { ...finding, ref: 'N-8' }, system: 'hr' };
    const { problem } = await refusal(inspector, '/api/records/audit-finding', body('POST', entry));
    expect(problem.findings).toMatchObject([{ code: 'unknown-reference', column: 'staff_no' }]);
  });
});

describe('a data officer', () => {
  it('enters the own kinds about anybody but the own person, and reads back what was sent', async () => {
    const entered = await enter(officer, 'audit-finding', { ...finding, ref: 'N-9' });
    const corrected = await correct(officer, 'audit-finding', entered, { severity: '1' });
    expect(corrected.record.version).toBe(2);
    const list = await officer.json<{ rows: { ref: string }[] }>('/api/records');
    expect(list.rows.map(({ ref }) => ref)).toEqual(['N-9']);
    const own = { ...finding, ref: 'N-10', staff_no: theirs.staffNo };
    const refused = await refusal(
      officer,
      '/api/records/audit-finding',
      body('POST', { fields: own }),
    );
    expect(refused.problem.findings).toMatchObject([{ code: 'own-record' }]);
    const other = await officer.fetch(
      '/api/records/debriefing-score',
      body('POST', { fields: {} }),
    );
    expect(other.status).toBe(403);
  });

  it('does not see what others sent, nor what they made of it', async () => {
    const entered = await enter(inspector, 'audit-finding', { ...finding, ref: 'N-11' });
    const path = `/api/records/audit-finding/${entered.record.id}`;
    expect((await officer.fetch(path)).status).toBe(404);
    const sent = await enter(officer, 'audit-finding', { ...finding, ref: 'N-12' });
    await correct(inspector, 'audit-finding', sent, { severity: '4' });
    expect((await officer.fetch(`/api/records/audit-finding/${sent.record.id}`)).status).toBe(404);
  });

  it('is not told whom a case is about', async () => {
    const { content } = contents.find(({ kind }) => kind === 'joint-review-reply')!;
    const sent = await enter(officer, 'joint-review-reply', { ...content, department: 'audit' });
    const path = `/api/records/joint-review-reply/${sent.record.id}`;
    for (const record of [sent.record, await officer.json<Saved['record']>(path)]) {
      expect(JSON.stringify(record)).not.toContain(ours.staffNo);
    }
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
