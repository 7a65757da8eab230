import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programOf } from '../../support/access/programs.js';
import { body, signedUp } from '../../support/access/sign-in.js';
import { bringPeople, type LogEntry } from '../../support/audit.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Page {
  readonly rows: readonly LogEntry[];
  readonly next: number | null;
}

let server: TestServer;
const list = (query: string) => server.json<Page>(`/api/audit?${query}`);

beforeAll(async () => {
  server = await startServer();
  await bringPeople(server);
  for (const path of [
    'cadres/S1',
    'cadres/S2',
    'cadres/S1/records',
    'rankings?unit=B',
    'cadres/S9',
  ]) {
    await (await server.fetch(`/api/${path}`)).text();
  }
  const { token } = await server.json<{ token: string }>(
    '/api/tokens',
    body('POST', { role: 'inspector', name: 'somebody-else' }),
  );
  const headers = { authorization: `Bearer ${token}` };
  await (await server.fetch('/api/cadres/S1', { headers })).text();
  const inspector = await signedUp(server, { name: 'insp', roles: ['inspector'] });
  const program = await programOf(server, ['inspector'], inspector);
  await (await program.fetch('/api/cadres/S3')).text();
  await (await server.fetch('/api/rankings', { headers: { accept: 'text/csv' } })).text();
});
afterAll(() => server.stop());

describe('the log for an auditor', () => {
  it('is kept to a person', async () => {
    const { rows } = await list('person=S2');
    expect(rows.map(({ action }) => action)).toEqual(['Rankings_list', 'Cadres_find']);
  });

  it.each([
    ['subject=token:1:somebody-else', ['Cadres_find']],
    ['action=Cadres_dossier', ['Cadres_dossier']],
    // An account's tokens are that account.
    ['person=S1&subject=bootstrap', ['Cadres_find', 'Cadres_dossier', 'Cadres_find']],
    ['outcome=refused', ['Cadres_find']],
  ])('is kept to %s', async (query, actions) => {
    const { rows } = await list(query);
    expect(rows.map(({ action }) => action)).toEqual(actions);
  });

  it('is kept to days of the product’s time zone', async () => {
    const { rows } = await list('limit=1');
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    const day = (at: string | undefined, later = 0) =>
      local.format(new Date(Date.parse(at ?? '') + later * 86_400_000));
    const today = day(rows[0]?.at);
    const first = await list(`from=${today}&to=${today}&limit=1000`);
    expect(first.rows.length).toBeGreaterThan(8);
    expect((await list(`from=${day(rows[0]?.at, 1)}`)).rows).toEqual([]);
    expect((await list(`to=${day(rows[0]?.at, -1)}`)).rows).toEqual([]);
  });

  it('comes in pages that join without a gap', async () => {
    const whole = await list('person=S1');
    const first = await list('person=S1&limit=2');
    const second = await list(`person=S1&limit=2&before=${first.next}`);
    expect([...first.rows, ...second.rows]).toEqual(whole.rows);
    expect([whole.rows.length, first.next, second.next]).toEqual([3, first.rows[1]?.seq, null]);
  });

  it('comes as CSV', async () => {
    const answer = await server.fetch('/api/audit?person=S2&bom=false', {
      headers: { accept: 'text/csv' },
    });
    const lines = (await answer.text()).split('\r\n');
    expect(lines[0]).toMatch(/^seq,at,subject,roles,action,/);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(',S2; S3,served,200,');
  });

  it('says who looked at a person, and that files may hold that person, too', async () => {
    const looked = await server.json<object>('/api/audit/people/S1');
    expect(looked).toMatchObject({
      person: 'S1',
      lookers: [
        {
          subject: 'bootstrap',
          looks: 2,
          refusedCount: 0,
          actions: ['Cadres_dossier', 'Cadres_find'],
        },
        {
          ...{ subject: 'token:1:somebody-else', account: 'bootstrap', looks: 1, refusedCount: 0 },
          actions: ['Cadres_find'],
        },
      ],
    });
    expect(looked).toHaveProperty('exportCount', expect.any(Number));
    expect(await server.json('/api/audit/people/S9')).toMatchObject({
      lookers: [{ subject: 'bootstrap', looks: 0, refusedCount: 1 }],
    });
    // Asking who looked is no look.
    expect(await server.json('/api/audit/people/S1')).toEqual(looked);
  });

  it('names the account behind each token that looked, and behind none that is none', async () => {
    const { lookers } = await server.json<{ lookers: unknown[] }>('/api/audit/people/S3');
    expect(lookers).toMatchObject([
      { subject: 'bootstrap', account: null },
      { subject: 'token:2:program', account: 'insp', actions: ['Cadres_find'] },
    ]);
  });

  it('finds nothing unusual in three people', async () => {
    expect(await server.json('/api/audit/unusual')).toMatchObject({ rows: [] });
  });

  it.each(['limit=0', 'from=2026-02-30', 'outcome=odd', 'colour=red', 'before=-1'])(
    'refuses %s',
    async (query) => {
      expect((await server.fetch(`/api/audit?${query}`)).status).toBe(400);
    },
  );
});
