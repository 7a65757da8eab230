import { afterAll, beforeAll, expect, it } from 'vitest';
import { body, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import {
  type Candidacy,
  importBureaus,
  importCase,
  importClearRecords,
} from '../../support/records/clear-appointment.js';
import { csvOf, importAll } from '../../support/records/importing.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Seal {
  readonly staffNo: string;
  readonly sha256: string;
  readonly knownUntil: string;
  readonly reproduced: boolean | null;
}

const FORMER: Candidacy = { caseNo: 'C-1', staffNo: 'S1' };
const year = new Date().getUTCFullYear();

let database: TestDatabase;
let server: TestServer;
let inspector: SignedIn;
let second: SignedIn;

const seal = () => inspector.json<Seal>('/api/appointments/C-1/seal');
const talks = async (staffNo: string) => {
  const query = `staffNo=${staffNo}&state=open,accepted,declined`;
  const { rows } = await inspector.json<{ rows: { ref: string; state: string }[] }>(
    `/api/talk-proposals?${query}`,
  );
  return rows.map(({ ref, state }) => `${ref} ${state}`);
};

async function decided(path: string, wish: object): Promise<void> {
  const { id } = await inspector.json<{ id: number }>(path, body('POST', wish));
  await second.json(`/api/proposals/${id}/approve`, body('POST', { reason: 'seen' }));
}

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url, PROBITY_TIME_ZONE: 'UTC' } });
  await importBureaus(server);
  await importAll(server, 'cadres', csvOf('staff_no,name,unit_code', 'S9,Clear Chen,PA'));
  await importCase(server, FORMER, '2026-06-15,appointed');
  await importClearRecords(server, FORMER);
  inspector = await signedUp(server, { name: 'wang', roles: ['inspector'] });
  second = await signedUp(server, { name: 'zhao', roles: ['approver'] });
  // As if it had all come in long ago: what is known by now was no longer known in time.
  for (const table of ['appointment_case', 'cadres', 'debriefing_score', 'file_review']) {
    await database.client.query(
      `UPDATE ${table} SET recorded_at = recorded_at - interval '100 days'`,
    );
  }
  await database.client.query('DELETE FROM appointment_seals');
  await importAll(
    server,
    'debriefing-score',
    csvOf(
      'staff_no,year,held_on,score,grade',
      `S1,${year - 1},${year}-11-01,60,basically_competent`,
    ),
  );
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

it('take along what was sealed and proposed when they become one, and give it back', async () => {
  await expect.poll(() => talks('S1')).toEqual([`S1/${year - 1} open`]);
  await expect
    .poll(async () => (await inspector.fetch('/api/appointments/C-1/seal')).status)
    .toBe(200);
  const sealed = await seal();
  expect(sealed.reproduced).toBe(true);
  const [proposal] = (
    await inspector.json<{ rows: { number: string }[] }>('/api/talk-proposals?staffNo=S1')
  ).rows;
  const accepting = `/api/talk-proposals/${proposal?.number}/accept`;
  expect((await inspector.fetch(accepting, body('POST', {}))).status).toBe(200);

  await decided('/api/merges', { staffNo: 'S9', formerStaffNo: 'S1', reason: 'one person' });
  expect(await talks('S9')).toEqual([`S9/${year - 1} accepted`]);
  expect(await seal()).toMatchObject({ ...sealed, staffNo: 'S9' });
  // Whatever is sealed after the next commit, this case is not.
  await importAll(server, 'units', csvOf('unit_code,name,parent_code', 'PC,Bureau C,P'));
  await expect
    .poll(async () => (await server.json<{ stale: boolean }>('/api/rankings')).stale)
    .toBe(false);
  expect(await seal()).toMatchObject({ sha256: sealed.sha256, reproduced: true });

  const { rows } = await inspector.json<{ rows: { id: number }[] }>('/api/merges');
  await decided(`/api/merges/${rows[0]?.id}/split`, { reason: 'two after all' });
  expect(await talks('S1')).toEqual([`S1/${year - 1} accepted`]);
  expect(await talks('S9')).toEqual([]);
  expect(await seal()).toMatchObject({ ...sealed, staffNo: 'S1' });
});
