import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { entriesOf } from '../../support/audit.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, fresh, importAll } from '../../support/records/importing.js';
import { importWorkedProvince } from '../../support/records/worked-province.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Sheet {
  readonly total: number;
  readonly band: string;
  readonly parts: readonly {
    readonly source: string;
    readonly subtotal: number;
    readonly count: string | null;
    readonly lines: readonly { ref: string; points: number; reason: string }[];
    readonly adjustments: readonly { points: number }[];
  }[];
  readonly missing: readonly string[];
  readonly deadlines: readonly { kind: string; ref: string }[];
  readonly notice: string;
  readonly howToReply: string;
}

interface Heard {
  readonly sheet: Sheet;
  readonly statements: readonly Record<string, unknown>[];
}

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await importWorkedProvince(server);
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

const json = { 'content-type': 'application/json' };
const send = (path: string, body: unknown, headers = {}) =>
  server.fetch(`/api${path}`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
  });

async function issued(staffNo: string) {
  const { path, id } = await server.json<{ path: string; id: number }>(
    `/api/cadres/${staffNo}/links`,
    { method: 'POST' },
  );
  return { id, token: path.replace('/heard#', '') };
}

/** What a link opens, asked as a browser without an account asks. */
const heard = (token: string, init: RequestInit = {}, path = '') =>
  fetch(`${server.url}/api/heard${path}`, {
    ...init,
    headers: { ...json, 'probity-link': token, ...init.headers },
  });

const write = (token: string, body: unknown) =>
  heard(token, { method: 'POST', body: JSON.stringify(body) }, '/replies');

const asOf = '2024-03-01';

describe('the sheet', () => {
  it('has every line of every source but opinions, and adds up', async () => {
    const sheet = await server.json<Sheet>(`/api/cadres/S001/sheet?asOf=${asOf}&language=en`);
    const lines = sheet.parts.flatMap(({ lines, adjustments, count, subtotal }) =>
      count === null ? [...lines, ...adjustments].map(({ points }) => points) : [subtotal],
    );
    const sum = lines.reduce((all, points) => all + Math.round(points * 1000), 0);
    expect(sum).toBe(Math.round(sheet.total * 1000));
    const opinions = sheet.parts.find(({ source }) => source === 'inspection-opinion');
    // 3.333 exactly would say who: only a peer's weight gives that.
    expect(opinions).toMatchObject({ subtotal: 3, count: 'under 5', lines: [], adjustments: [] });
    expect(sheet.total).toBe(29.5);
    const audit = sheet.parts.find(({ source }) => source === 'audit-finding');
    expect(audit?.lines).toMatchObject([{ ref: 'AF-1', points: 12 }]);
    expect(audit?.lines[0]?.reason).not.toBe('');
    expect(sheet.notice).toContain('not a finding');
    expect(sheet.howToReply).toContain('30 days');
  });

  it('names nothing that comes of a single opinion', async () => {
    const answer = await server.fetch(`/api/cadres/S001/sheet?asOf=${asOf}`);
    const text = await answer.text();
    expect(text).toContain('decide-failed-debriefing');
    for (const trace of ['OP-1', 'verify-opinion', '3.333', '29.833', 'peer', 'Enough recent']) {
      expect(text, trace).not.toContain(trace);
    }
    // The office itself is told all of that.
    const followUps = await fresh<{ stale: boolean; rows: { kind: string }[] }>(
      server,
      `/api/follow-ups?asOf=${asOf}&staffNo=S001`,
    );
    expect(followUps.rows.map(({ kind }) => kind)).toContain('verify-opinion');
  });

  it('says in the reader’s language what is missing, and of nobody that there is nobody', async () => {
    const sheet = await server.json<Sheet>(`/api/cadres/S003/sheet?asOf=${asOf}&language=zh-CN`);
    expect(sheet.notice).toContain('不是认定结论');
    expect(sheet.missing.length).toBeGreaterThan(0);
    expect(sheet.missing.join('')).not.toContain('意见');
    expect((await server.fetch('/api/cadres/S999/sheet')).status).toBe(404);
  });
});

describe('a link for the person’s own eyes', () => {
  it('opens that person’s sheet without an account, and the log says who opened what', async () => {
    const { token, id } = await issued('S001');
    const answer = await heard(token);
    expect(answer.status).toBe(200);
    const { sheet, statements } = (await answer.clone().json()) as Heard;
    expect(sheet).toMatchObject({ staffNo: 'S001' });
    expect(statements).toEqual([]);
    const [entry] = await entriesOf(server, answer);
    expect(entry).toMatchObject({ subject: `link ${id} (issued by bootstrap)`, people: ['S001'] });
    const { rows } = await server.json<{ rows: unknown[] }>('/api/cadres/S001/links');
    expect(rows[0]).toMatchObject({ id, state: 'open', openedCount: 1, issuedBy: 'bootstrap' });
    const kept = await database.client.query('SELECT reply_links::text AS row FROM reply_links');
    expect(JSON.stringify(kept.rows)).not.toContain(token);
    const logged = await database.client.query(
      `SELECT count(*) FROM audit_log WHERE position($1 in convert_from(canonical, 'UTF8')) > 0`,
      [token],
    );
    expect(logged.rows[0].count).toBe('0');
  });

  it('takes a contest, which marks the score at once and is the office’s to answer', async () => {
    const { token, id } = await issued('S005');
    const body = {
      kind: 'contest',
      text: '=1+1 <script>x</script>',
      source: 'audit-finding',
      ref: 'AF-5',
    };
    const answer = await write(token, body);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      state: 'unanswered',
      text: body.text,
      recordRef: 'AF-5',
    });
    const score = await server.json<{ contested: boolean }>('/api/cadres/S005/score');
    expect(score.contested).toBe(true);
    const { rows } = await server.json<{ rows: { ref: string }[] }>('/api/cadres/S005/replies');
    expect(rows[0]).toMatchObject({
      filedThrough: 'link',
      filedBy: `link ${id} (issued by bootstrap)`,
    });
    const { statements } = (await (await heard(token)).json()) as Heard;
    expect(statements[0]).not.toHaveProperty('filedBy');
    const rewritten = await server.fetch(`/api/cadres/S005/replies/${rows[0]?.ref}`, {
      method: 'PUT',
      headers: json,
      body: JSON.stringify({ text: 'The office knows better.' }),
    });
    expect(rewritten.status).toBe(409);
  });

  it('opens nothing where it was guessed, revoked, overtaken by another, or has expired: all told alike', async () => {
    const [first, second] = [await issued('S003'), await issued('S003')];
    const third = await issued('S002');
    await database.client.query(
      `UPDATE reply_links SET expires_at = clock_timestamp() WHERE id = $1`,
      [third.id],
    );
    expect((await heard(second.token)).status).toBe(200);
    expect((await send(`/cadres/S003/links/${second.id}/revoke`, {})).status).toBe(200);
    const told = new Set<string>();
    for (const token of [
      '',
      'guessed',
      'A'.repeat(43),
      `${'x'.repeat(9000)}`,
      first.token,
      second.token,
      third.token,
    ]) {
      for (const answer of [
        await heard(token),
        await write(token, { kind: 'reply', text: 'Hello' }),
      ]) {
        expect(answer.status).toBe(404);
        const { instance: _, ...rest } = (await answer.json()) as Record<string, unknown>;
        told.add(JSON.stringify(rest));
      }
    }
    expect(told.size).toBe(1);
    const { rows } = await database.client.query(
      'SELECT FROM replies r JOIN cadres c USING (cadre_id) WHERE staff_no IN ($1, $2)',
      ['S002', 'S003'],
    );
    expect(rows).toHaveLength(0);
    expect((await send(`/cadres/S003/links/${second.id}/revoke`, {})).status).toBe(409);
    expect((await send(`/cadres/S001/links/${third.id}/revoke`, {})).status).toBe(404);
  });

  it('ends with the right of whoever issued it: recused, moved or disabled', async () => {
    const path = (who: SignedIn) =>
      who.json<{ path: string }>('/api/cadres/S002/links', body('POST', {}));
    const account = (who: SignedIn) =>
      who.json<{ account: { id: number } }>('/api/session').then((session) => session.account.id);
    const change = (id: number, way: string, given: object) =>
      server.json(`/api/users/${id}${way}`, body(way === '' ? 'PUT' : 'POST', given));
    const endings: [string, (id: number) => Promise<unknown>][] = [
      ['recused', (id) => change(id, '/recusals', { staffNo: 'S002', reason: 'A cousin.' })],
      ['moved', (id) => change(id, '', { roles: ['leader'] })],
      ['disabled', (id) => change(id, '/disable', {})],
    ];
    for (const [name, end] of endings) {
      const issuer = await signedUp(server, { name, roles: ['inspector'] });
      const token = (await path(issuer)).path.replace('/heard#', '');
      expect((await heard(token)).status, name).toBe(200);
      await end(await account(issuer));
      const answer = await heard(token);
      expect(answer.status, name).toBe(404);
      expect(await answer.json()).toMatchObject({ type: 'urn:probity:link-closed' });
      expect((await write(token, { kind: 'reply', text: 'Hello' })).status).toBe(404);
    }
  });

  it('reaches nothing else', async () => {
    const { token } = await issued('S001');
    const elsewhere = (path: string) =>
      fetch(`${server.url}/api${path}`, {
        headers: { 'probity-link': token, authorization: `Bearer ${token}` },
      });
    for (const path of [
      '/rankings',
      '/cadres/S001/score',
      '/cadres/S003/sheet',
      '/cadres/S001/replies',
    ]) {
      expect((await elsewhere(path)).status, path).toBe(401);
    }
    for (const query of ['?asOf=2024-03-01', '?staffNo=S003']) {
      const answer = await heard(token, {}, query);
      expect(((await answer.json()) as { sheet?: { staffNo: string } }).sheet?.staffNo).toBe(
        'S001',
      );
    }
  });

  it('tells of a single opinion, of somebody else’s record and of none the same', async () => {
    const { token } = await issued('S001');
    const tell = async (source: string, ref: string) => {
      const answer = await write(token, { kind: 'contest', text: 'Wrong.', source, ref });
      expect(answer.status, ref).toBe(404);
      return (await answer.text()).replaceAll(ref, 'REF');
    };
    const told = [
      await tell('inspection-opinion', 'OP-1'),
      await tell('inspection-opinion', 'OP-9'),
      await tell('audit-finding', 'AF-3'),
      await tell('audit-finding', 'AF-9'),
    ];
    expect(new Set(told).size).toBe(1);
    const all = await write(token, {
      kind: 'contest',
      text: 'The opinions.',
      source: 'inspection-opinion',
    });
    expect(all.status).toBe(201);
  });

  it.each([
    ['a filing day', { kind: 'contest', text: 'x', filedOn: '2020-01-01' }, 400],
    ['no text', { kind: 'contest', text: '' }, 400],
    ['too much text', { kind: 'contest', text: 'x'.repeat(4001) }, 400],
    ['ten megabytes', { kind: 'contest', text: 'x'.repeat(10_000_000) }, 413],
    ['a NUL', { kind: 'contest', text: 'a\0b' }, 400],
    ['a list for a text', { kind: 'contest', text: ['x'] }, 400],
  ])('takes no %s', async (_, body, status) => {
    const { token } = await issued('S004');
    expect((await write(token, body)).status).toBe(status);
  });
});

describe('a sign-off', () => {
  const words = { seen: 'Both findings and the debriefing.', follows: 'A talk in December.' };
  let inspector: SignedIn;
  const sign = (staffNo: string, more = {}) =>
    inspector.json<{ notice: string; runId: number }>(
      `/api/cadres/${staffNo}/sign-offs`,
      body('POST', { ...words, ...more }),
    );

  beforeAll(async () => {
    inspector = await signedUp(server, { name: 'wang', roles: ['inspector'] });
    // S001 gets three more points: 32.833, a high band.
    await importAll(
      server,
      'audit-finding',
      csvOf(
        'ref,staff_no,audit_no,phase,found_on,severity',
        'AF-6,S001,A2,end_of_term,2024-02-01,2',
      ),
    );
  });

  it('is not given by a token that nobody stands behind', async () => {
    // Not even by a token that the inspector made.
    const { token } = await inspector.json<{ token: string }>(
      '/api/tokens',
      body('POST', { role: 'inspector' }),
    );
    const headers = { authorization: `Bearer ${token}` };
    const byToken = await send('/cadres/S001/sign-offs', { ...words, asOf }, headers);
    expect(byToken.status).toBe(403);
    const answer = await send('/cadres/S001/sign-offs', { ...words, asOf });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ type: 'urn:probity:not-a-named-human' });
  });

  it('names the score it was given on, and says by how much that has changed', async () => {
    const given = await sign('S001', { asOf, score: 32.833 });
    expect(given).toMatchObject({ signedBy: 'wang', score: 32.833, band: 'high', asOf });
    expect(given.notice).toContain('not a verdict');
    const path = `/api/cadres/S001/score?asOf=${asOf}`;
    const { signOff } = await server.json<{ signOff: unknown }>(path);
    expect(signOff).toMatchObject({ ...words, runId: given.runId, scoreChange: 0 });
    await importAll(
      server,
      'audit-finding',
      csvOf(
        'ref,staff_no,audit_no,phase,found_on,severity',
        'AF-6,S001,A2,end_of_term,2024-02-01,1',
      ),
    );
    const after = await server.json<{ signOff: unknown }>(path);
    expect(after.signOff).toMatchObject({ score: 32.833, scoreChange: -2 });
    const before = await server.json<{ signOff: unknown }>(
      '/api/cadres/S001/score?asOf=2024-02-28',
    );
    expect(before.signOff).toBe(null);
  });

  it('stands beside a high band only, on the score that was looked at', async () => {
    await expect(sign('S003', { asOf })).rejects.toThrow('in another');
    await expect(sign('S001', { asOf, score: 32.833 })).rejects.toThrow('Look at it again');
    await expect(sign('S999', { asOf })).rejects.toThrow('There is no person');
  });
});
