import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, fresh, importAll } from '../../support/records/importing.js';
import { importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Statement {
  readonly ref: string;
  readonly state: string;
  readonly dueOn: string | null;
  readonly text: string;
  readonly versions: readonly unknown[];
}

interface Ranked {
  readonly stale: boolean;
  readonly rows: readonly { staffNo: string; contested: boolean; score: number }[];
}

interface Followed {
  readonly stale: boolean;
  readonly rows: readonly Record<string, unknown>[];
}

let database: TestDatabase;
let server: TestServer;
/** Another than the one that every other request of these tests comes from. */
let inspector: SignedIn;

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await importSmallProvince(server);
  inspector = await signedUp(server, { name: 'wang', roles: ['inspector'] });
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

const post = (path: string, body: unknown, method = 'POST') =>
  server.fetch(`/api${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function filed(staffNo: string, body: object): Promise<Statement> {
  const answer = await post(`/cadres/${staffNo}/replies`, body);
  expect(answer.status, await answer.clone().text()).toBe(201);
  return (await answer.json()) as Statement;
}

/** Answers as another than who entered everything. */
const answered = (staffNo: string, ref: string, answer: object) =>
  inspector.json<Statement & { outcome: string }>(
    `/api/cadres/${staffNo}/replies/${ref}/answer`,
    body('POST', answer),
  );

async function marked(query = ''): Promise<string[]> {
  const { rows } = await server.json<Ranked>(`/api/rankings?${query}`);
  return rows.filter(({ contested }) => contested).map(({ staffNo }) => staffNo);
}

const asked = (query = '') =>
  fresh<Followed>(server, `/api/follow-ups?kind=answer-contest${query}`);

describe('a contest', () => {
  it('marks the person wherever the score shows, with the next answer', async () => {
    expect(await marked()).toEqual([]);
    const { ref, state } = await filed('S001', {
      kind: 'contest',
      source: 'audit-finding',
      ref: 'AF-1',
      text: '该问题已在 5 月整改完毕。',
    });
    expect(state).toBe('unanswered');
    expect(await marked()).toEqual(['S001']);
    const score = await server.json<{ contested: boolean }>('/api/cadres/S001/score');
    expect(score.contested).toBe(true);
    const file = await server.fetch('/api/rankings', { headers: { accept: 'text/csv' } });
    const [header = '', ...lines] = (await file.text()).split('\r\n');
    const column = header.split(',').indexOf('contested');
    const line = lines.find((one) => one.includes('S001'));
    expect(line?.split(',')[column]).toBe('true');
    const { rows } = await asked();
    expect(rows).toMatchObject([
      { staffNo: 'S001', ref, source: 'replies', owedBy: 'office', state: 'open', contested: true },
    ]);
  });

  it('is answered by somebody else than who entered the record, and then marks no more', async () => {
    const { ref } = await filed('S002', {
      kind: 'contest',
      source: 'audit-finding',
      ref: 'AF-2',
      text: 'Not my decision.',
    });
    const own = await post(`/cadres/S002/replies/${ref}/answer`, {
      outcome: 'rejected',
      reason: 'It stands.',
    });
    expect(own.status).toBe(409);
    expect(await own.json()).toMatchObject({ detail: expect.stringContaining('You filed') });
    const bad = await post(`/cadres/S002/replies/${ref}/answer`, {
      outcome: 'upheld',
      reason: 'x',
    });
    expect(bad.status).toBe(400);
    const told = await answered('S002', ref, { outcome: 'rejected', reason: 'It stands.' });
    expect(told).toMatchObject({ state: 'answered', outcome: 'rejected' });
    expect(told.versions).toHaveLength(2);
    expect(await marked()).toEqual(['S001']);
    const { rows } = await asked('&state=closed');
    expect(rows).toMatchObject([{ ref, staffNo: 'S002', contested: false }]);
    await expect(answered('S002', ref, { outcome: 'rejected', reason: 'Again.' })).rejects.toThrow(
      'answered already',
    );
  });

  it('of one person is not answered by who imported the record', async () => {
    const contest = {
      kind: 'contest' as const,
      text: 'Wrong.',
      source: 'audit-finding',
      ref: 'AF-1',
    };
    const { ref } = await inspector.json<Statement>(
      '/api/cadres/S001/replies',
      body('POST', contest),
    );
    const answer = await post(`/cadres/S001/replies/${ref}/answer`, {
      outcome: 'rejected',
      reason: 'It stands.',
    });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('You entered') });
  });

  it('counts at a day from its filing until its answer, and is overdue after 30 days', async () => {
    const { ref } = await filed('S004', {
      kind: 'contest',
      text: 'All of it.',
      filedOn: '2026-03-02',
    });
    expect(await marked('asOf=2026-03-01')).toEqual([]);
    expect(await marked('asOf=2026-03-02')).toEqual(['S004']);
    const at = async (asOf: string) => (await asked(`&asOf=${asOf}&staffNo=S004`)).rows;
    expect(await at('2026-04-01')).toMatchObject([{ ref, dueOn: '2026-04-01', state: 'due-soon' }]);
    expect(await at('2026-04-03')).toMatchObject([{ state: 'overdue', daysOverdue: 2 }]);
    await answered('S004', ref, {
      outcome: 'partly-upheld',
      reason: 'One of two.',
      correction: 'The date.',
      answeredOn: '2026-04-10',
    });
    expect(await marked('asOf=2026-04-09')).toEqual(['S004']);
    expect(await marked('asOf=2026-04-10')).toEqual([]);
    expect(await at('2026-04-10')).toMatchObject([{ closedOn: '2026-04-10', state: 'closed' }]);
  });

  it('is followed by a correction, which is scored and keeps the history', async () => {
    const before = await fresh<Ranked>(server, '/api/rankings?q=S001');
    await importAll(
      server,
      'audit-finding',
      csvOf(
        'ref,staff_no,audit_no,phase,found_on,severity,rectify_by',
        'AF-1,S001,AU-1,in_term,2026-03-01,1,2026-05-31',
      ),
    );
    const after = await fresh<Ranked>(server, '/api/rankings?q=S001');
    expect(after.rows[0]?.score).toBeLessThan(before.rows[0]?.score ?? 0);
    const { rows } = await server.json<{ rows: unknown[] }>(
      '/api/cadres/S001/records?source=audit-finding',
    );
    expect(rows).toHaveLength(2);
  });
});

describe('a reply', () => {
  it('stands beside the score, with every text it ever had', async () => {
    const { ref } = await filed('S006', { kind: 'reply', text: 'First <b>text</b>' });
    expect((await post(`/cadres/S006/replies/${ref}`, { text: 'Second' }, 'PUT')).status).toBe(200);
    const gone = await post(`/cadres/S006/replies/${ref}/withdraw`, { reason: 'A mistake.' });
    expect(await gone.json()).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: 'A mistake.',
      versions: [{ text: 'First <b>text</b>' }, { text: 'Second' }, { text: 'Second' }],
    });
    expect((await post(`/cadres/S006/replies/${ref}`, { text: 'Third' }, 'PUT')).status).toBe(409);
    expect(await marked('q=S006')).toEqual([]);
    const answer = await post(`/cadres/S006/replies/${ref}/answer`, {
      outcome: 'rejected',
      reason: 'x',
    });
    expect(answer.status).toBe(409);
  });

  it.each([
    ['a record of somebody else', 'S006', { source: 'audit-finding', ref: 'AF-2' }, 404],
    ['a record that nobody has', 'S006', { source: 'audit-finding', ref: 'AF-999' }, 404],
    ['a kind that is not there', 'S006', { source: 'gossip' }, 404],
    ['nobody', 'S999', {}, 404],
    ['a record of no kind', 'S006', { ref: 'AF-2' }, 400],
    ['a day ahead', 'S006', { filedOn: '2199-01-01' }, 400],
    ['too long a text', 'S006', { text: 'x'.repeat(4001) }, 400],
    ['ten megabytes', 'S006', { text: 'x'.repeat(10_000_000) }, 413],
    ['nothing', 'S006', { text: '  ' }, 400],
    ['a member that is not asked for', 'S006', { answeredOn: '2026-01-01' }, 400],
  ])('about %s is refused and changes nothing', async (_, staffNo, body, status) => {
    const count = async () =>
      (await database.client.query('SELECT count(*) FROM replies')).rows[0].count;
    const before = await count();
    const answer = await post(`/cadres/${staffNo}/replies`, {
      kind: 'contest',
      text: 'Wrong.',
      ...body,
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await count()).toBe(before);
  });

  it('about a record of somebody else is told what is told of a record that is not there', async () => {
    const tell = async (ref: string) => {
      const body = { kind: 'contest', text: 'Wrong.', source: 'audit-finding', ref };
      return (await (await post('/cadres/S006/replies', body)).text()).replaceAll(ref, 'REF');
    };
    expect(await tell('AF-2')).toBe(await tell('AF-999'));
  });

  it('sent twice stands there once', async () => {
    const body = { kind: 'reply', text: 'Twice.' };
    const { ref } = await filed('S006', body);
    const again = await post('/cadres/S006/replies', body);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain(ref);
  });
});
