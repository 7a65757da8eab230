import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, type SignedIn, signedUp } from '../../../support/access/sign-in.js';
import { startDatabase, type TestDatabase } from '../../../support/database.js';
import { csvOf, fresh, importAll } from '../../../support/records/importing.js';
import { importFile } from '../../../support/records/imports.js';
import { startServer, type TestServer } from '../../../support/server.js';

const NUMBER = 'GONE-7';
const NAME = '欧阳消失';

let database: TestDatabase;
let server: TestServer;
let administrator: SignedIn;
let second: SignedIn;

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await importAll(server, 'units', csvOf('unit_code,name', 'U1,One'));
  const people = [`${NUMBER},${NAME},U1`, `${NUMBER}0,甲,U1`];
  await importAll(server, 'cadres', csvOf('staff_no,name,unit_code', ...people));
  const header = 'ref,staff_no,audit_no,phase,found_on,severity';
  await importFile(server, 'audit-finding', [
    header,
    `F1,${NUMBER},A1,in_term,2024-03-01,3`,
    `F2,${NUMBER},A2,in_term,2024-03-01,3`,
    `F2,${NUMBER},A2,in_term,2024-03-01,4`,
    `F3,${NUMBER},A3,in_term,soon,4`,
    `F3,${NUMBER}0,A3,in_term,soon,4`,
    `F4,${NUMBER}0,A3,in_term,2024-03-01,4`,
  ]);
  const contest = { kind: 'contest', text: '不实', source: 'audit-finding', ref: 'F1' };
  await server.json(`/api/cadres/${NUMBER}/replies`, body('POST', contest));
  await server.json(`/api/cadres/${NUMBER}/links`, body('POST', {}));
  await fresh(server, '/api/rankings');
  second = await signedUp(server, { name: 'second', roles: ['approver'], unitCode: 'U1' });
  administrator = await signedUp(server, { name: 'head', roles: ['administrator'] });
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

/** The tables with a row that has a text anywhere in it. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await database.client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const pattern = `(^|[^[:alnum:]])${text}([^[:alnum:]]|$)`;
    const hit = await database.client.query(`SELECT FROM "${name}" t WHERE t::text ~ $1 LIMIT 1`, [
      pattern,
    ]);
    if (hit.rowCount) found.push(name);
  }
  return found;
}

describe('the erasure of one person', () => {
  it('leaves the number where it must, the name nowhere, and others untouched', async () => {
    expect(await tablesWith(NAME)).toEqual(['cadres', 'follow_ups', 'scores']);
    const asked = { staffNo: NUMBER, reason: '依申请删除' };
    const proposed = await administrator.json<{ id: number }>('/api/erasures', body('POST', asked));
    const approve = (by: SignedIn) =>
      by.fetch(`/api/proposals/${proposed.id}/approve`, body('POST', { reason: '同意' }));
    expect((await approve(administrator)).status).toBe(403);
    expect(await tablesWith(NAME)).toContain('cadres');
    expect((await approve(second)).status).toBe(200);

    expect(await tablesWith(NAME)).toEqual([]);
    expect((await tablesWith(NUMBER)).filter((name) => name !== 'audit_log')).toEqual([
      'proposals',
    ]);
    const { rows } = await administrator.json<{ rows: object[] }>('/api/retention/removals');
    expect(rows).toContainEqual(
      expect.objectContaining({
        ...{ cause: 'erasure', kind: 'audit-finding', rowCount: 1, peopleCount: 1 },
        ...{ fromOn: '2024-03-01', proposalId: proposed.id },
      }),
    );
    const left = await database.client.query(
      `SELECT (SELECT count(*)::int FROM audit_finding) AS findings,
         (SELECT count(*)::int FROM quarantine) AS refused`,
    );
    expect(left.rows).toEqual([{ findings: 1, refused: 1 }]);
  });

  it('is followed by the scores of the others', async () => {
    const inspector = await signedUp(
      server,
      { name: 'inspector', roles: ['inspector'] },
      administrator,
    );
    expect((await inspector.fetch(`/api/cadres/${NUMBER}/score`)).status).toBe(404);
    for (;;) {
      const ranking = await inspector.json<{ stale: boolean; rows: { staffNo: string }[] }>(
        '/api/rankings',
      );
      expect(ranking.rows.map(({ staffNo }) => staffNo)).toEqual([`${NUMBER}0`]);
      if (!ranking.stale) break;
    }
    expect(await tablesWith(NAME)).toEqual([]);
  });
});
