import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAs } from '../../../api/dist/platform/access/current-scope.js';
import {
  type Scope,
  type UnitInterval,
  wholeScope,
} from '../../../api/dist/platform/access/scope.js';
import { Database } from '../../../api/dist/platform/database/database.js';
import { dataSourceOptions } from '../../../api/dist/platform/database/database.module.js';
import { databaseReach } from '../../../api/dist/platform/database/guard/roles.js';
import { ProductDatabase } from '../../../api/dist/platform/database/product-database.js';
import { rankingStatement } from '../../../api/dist/scoring/rankings/ranking-statement.js';
import { RankingWindowsService } from '../../../api/dist/scoring/rankings/ranking-windows.service.js';
import { KeptPositions } from '../../../api/dist/scoring/runs/kept-positions.service.js';
import { rowsOfRun } from '../../../api/dist/scoring/runs/rows-of-run.js';
import { RunPartsService } from '../../../api/dist/scoring/runs/run-parts.service.js';
import { type Place, RunPlacesService } from '../../../api/dist/scoring/runs/run-places.service.js';
import { body, signedUp } from '../../support/access/sign-in.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, fresh, importAll } from '../../support/records/importing.js';
import { startServer, type TestServer } from '../../support/server.js';

const DAY = '2026-06-30';
const PEOPLE = 60;
const WINDOW = 20;
const UNITS = ['A', 'A1', 'A2', 'B', 'B1'];

let postgres: TestDatabase;
let server: TestServer;
let database: Database;
let dataSource: DataSource;
let places: RunPlacesService;
let parts: RunPartsService;
let windows: RankingWindowsService;

const staffNo = (n: number) => `S${String(n).padStart(3, '0')}`;
const cadres = (...rows: string[]) => csvOf('staff_no,name,unit_code,managed_by', ...rows);
const findings = (...rows: string[]) =>
  importAll(
    server,
    'audit-finding',
    csvOf('ref,staff_no,audit_no,phase,found_on,severity', ...rows),
  );

beforeAll(async () => {
  postgres = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: postgres.url } });
  const reach = await databaseReach(postgres.url);
  dataSource = await new DataSource(dataSourceOptions(reach.worker)).initialize();
  database = new Database(dataSource, reach);
  const product = new ProductDatabase(database);
  places = new RunPlacesService(product);
  parts = new RunPartsService(database, product, places, new KeptPositions(database));
  windows = new RankingWindowsService(database, places, parts);
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await dataSource.destroy();
  await server.stop();
  await postgres.stop();
});

const idOf = async (number: string) => {
  const { rows } = await postgres.client.query<{ id: string }>(
    'SELECT cadre_id AS id FROM cadres WHERE staff_no = $1 LIMIT 1',
    [number],
  );
  return Number(rows[0]?.id);
};

async function placesInTree(): Promise<ReadonlyMap<string, UnitInterval>> {
  const { rows } = await postgres.client.query<UnitInterval & { code: string }>(
    `SELECT u.unit_code AS code, t.enter, t.leave FROM unit_tree t JOIN units u USING (unit_id)
     WHERE u.superseded_at IS NULL`,
  );
  return new Map(rows.map(({ code, enter, leave }) => [code, { enter, leave }]));
}

async function lastRun(): Promise<number> {
  const { rows } = await postgres.client.query<{ id: string }>(
    `SELECT max(id) AS id FROM scoring_runs WHERE as_of = $1 AND status = 'published'`,
    [DAY],
  );
  return Number(rows[0]?.id);
}

/** Everyone's places in a run, asked for in two ways, and worked out from its rows while it has all of them. */
async function placesOf(runId: number, what: string): Promise<(id: number) => Place> {
  const { rows } = await postgres.client.query<
    Record<'id' | 'position' | 'rank' | 'count', string>
  >(
    `SELECT s.cadre_id AS id, rank() OVER (ORDER BY s.total DESC) AS rank,
       row_number() OVER (ORDER BY s.total DESC, s.tie_break DESC, s.staff_no) AS position,
       (SELECT cadre_count FROM scoring_runs WHERE id = $1) AS count
     FROM scores s WHERE ${rowsOfRun('s', '$1')} AND s.ranked`,
    [runId],
  );
  const ids = rows.map(({ id }) => Number(id));
  const [some, all] = await Promise.all([places.of(runId, [...ids, 0, 9999]), places.all(runId)]);
  expect(some.size, what).toBe(ids.length);
  expect([all(0), all(9999)], what).toEqual([undefined, undefined]);
  for (const { id, position, rank, count } of rows) {
    const place = some.get(Number(id));
    expect(all(Number(id)), what).toEqual(place);
    if (Number(count) !== rows.length) continue;
    expect(place, what).toMatchObject({ position: Number(position), rank: Number(rank) });
  }
  return (id) => {
    const { position = 0, rank = 0 } = some.get(id) ?? {};
    return { position, rank };
  };
}

/** How many answers were compared. */
let compared = 0;

/** Compares every window of a run as it is kept with what its rows say, for all kinds of callers. */
async function compare(runId: number, what: string, hidden: readonly number[]): Promise<void> {
  const tree = await placesInTree();
  const placed = await placesOf(runId, what);
  const whole: Scope = { ...wholeScope('inspector'), roles: new Set(['inspector']) };
  const scopes: Scope[] = [
    ...[[], hidden].map((some) => ({ ...whole, hidden: some })),
    { ...whole, units: tree.get('A'), hidden },
    { ...whole, units: tree.get('B1') },
  ];
  for (const scope of scopes) {
    for (const code of [undefined, 'A', 'B1']) {
      const unit = code ? tree.get(code) : undefined;
      const selection = {
        ...{ runId, asOf: DAY, compareRunId: undefined, sort: 'position', offset: 0 },
        ...{ unitInterval: unit, scope },
      };
      const { rows, total, values } = rankingStatement(selection);
      await runAs(scope, async () => {
        const { total: count } = await database.one<{ total: number }>(total, values);
        const all = await database.query<{ cadre_id: number }>(rows(0, undefined), values);
        const ids = all.map(({ cadre_id }) => cadre_id);
        expect(ids.length).toBe(count);
        for (const offset of [0, 5, count]) {
          const told = `${what}, run ${runId}, ${code} for ${JSON.stringify(scope)} from ${offset}`;
          const wanted = { total: count, people: ids.slice(offset, offset + WINDOW) };
          const part = await parts.window({ runId, unit, scope }, offset, WINDOW);
          const inPart = part?.standings.map(({ cadreId }) => cadreId);
          expect({ total: part?.total, people: inPart }, told).toEqual(wanted);
          const { total: sum, found, placeOf } = await windows.of(selection, offset, WINDOW);
          const people = found.map(({ cadre_id }) => cadre_id);
          expect({ total: sum, people }, told).toEqual(wanted);
          for (const id of people) expect(placeOf(id), told).toMatchObject(placed(id));
          compared++;
        }
      });
    }
  }
}

it('what is kept of positions is what the rows say, whatever has changed', async () => {
  const everyone = Array.from({ length: PEOPLE }, (_, n) => n + 1);
  await importAll(
    server,
    'units',
    csvOf('unit_code,name,parent_code', 'P,P,', 'A,A,P', 'A1,A1,A', 'A2,A2,A', 'B,B,P', 'B1,B1,B'),
  );
  const unitOf = (n: number) => UNITS[n % UNITS.length];
  // One in seven is managed by another unit than the own one; the last has no unit at all.
  const register = everyone.map((n) =>
    n === PEOPLE ? `${staffNo(n)},N,,` : `${staffNo(n)},N,${unitOf(n)},${n % 7 === 0 ? 'B' : ''}`,
  );
  await importAll(server, 'cadres', cadres(...register));
  await findings(
    ...everyone
      .filter((n) => n % 3)
      .map((n) => `F${n},${staffNo(n)},X,in_term,2026-01-0${1 + (n % 9)},${n % 5}`),
  );
  const hidden = [await idOf(staffNo(4)), await idOf(staffNo(17))];
  const inspector = await signedUp(server, { name: 'inspector', roles: ['inspector'] });
  const second = await signedUp(server, { name: 'second', roles: ['approver'] });
  let made = 0;
  let madeFor = '';
  // The run that a change overtakes is still read for a while, so it is compared, and then the next one.
  const after = async (what: string, change: () => Promise<unknown>) => {
    await change();
    const tree = JSON.stringify([...(await placesInTree())]);
    // A run of another tree is read by nobody.
    if (tree === madeFor) await compare(made, `${what}, before the next run`, hidden);
    await fresh(inspector, `/api/rankings?asOf=${DAY}`);
    const last = await lastRun();
    expect(last, what).toBeGreaterThan(made);
    made = last;
    madeFor = tree;
    await compare(made, what, hidden);
  };
  const confirmed = async (by: typeof inspector, to: string, asked: object) => {
    const { id } = await by.json<{ id: number }>(to, body('POST', { reason: 'r', ...asked }));
    await second.json(`/api/proposals/${id}/approve`, body('POST', { reason: 'r' }));
  };

  await after('first', async () => undefined);
  await after('records came', () => findings(`G1,${staffNo(9)},Y,in_term,2026-02-01,4`));
  await after('people moved', () =>
    importAll(
      server,
      'cadres',
      cadres(`${staffNo(1)},N,B1,`, `${staffNo(2)},N,A2,B1`, `${staffNo(4)},N,B,`),
    ),
  );
  await after('people came', () =>
    importAll(server, 'cadres', cadres('T001,N,A1,', 'T002,N,B1,A')),
  );
  const pair = { staffNo: staffNo(11), formerStaffNo: staffNo(13) };
  await after('two numbers became one', () => confirmed(inspector, '/api/merges', pair));
  await after('the tree changed', () =>
    importAll(server, 'units', csvOf('unit_code,name,parent_code', 'A2,A2,B')),
  );
  const administrator = await signedUp(server, { name: 'head', roles: ['administrator'] });
  await after('somebody was erased', () =>
    confirmed(administrator, '/api/erasures', { staffNo: staffNo(19) }),
  );
  expect(compared).toBeGreaterThan(400);

  // What was read once is remembered for the same rights, and for no others.
  const units = (await placesInTree()).get('A');
  const own: Scope = { ...wholeScope('inspector'), roles: new Set(['inspector']), units };
  const part = (scope: Scope) => ({ runId: made, unit: units, scope });
  const asked = (scope: Scope) => runAs(scope, () => parts.window(part(scope), 0, WINDOW));
  const known = await asked(own);
  expect(known?.standings.length).toBeGreaterThan(0);
  await postgres.client.query('DELETE FROM unit_positions WHERE run_id = $1', [made]);
  expect(await asked(own)).toEqual(known);
  expect((await asked({ ...own, subject: 'somebody else' }))?.total).toBe(0);
});
