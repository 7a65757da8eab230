import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Scope, wholeScope } from '../../../api/dist/platform/access/scope.js';
import { databaseReach } from '../../../api/dist/platform/database/guard/roles.js';
import { settingsFor } from '../../../api/dist/platform/database/guard/settings.js';
import { migrate } from '../../../api/dist/platform/database/migrate.js';
import { followUpsStatement } from '../../../api/dist/scoring/published-follow-ups.service.js';
import { rankingStatement } from '../../../api/dist/scoring/rankings/ranking-statement.js';
import { unitPositionsStatement } from '../../../api/dist/scoring/runs/kept-positions.service.js';
import { codeOf } from '../../../api/dist/scoring/runs/position-code.js';
import { PLACES, STANDINGS, STRETCH } from '../../../api/dist/scoring/runs/standings.sql.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';

// Of fewer rows PostgreSQL would rightly read all.
const PEOPLE = 40_000;
const UNITS = 400;
const FOLLOW_UPS_EACH = 3;
/** Ten units in a row. */
const unit = { enter: 21, leave: 30 };

const inspector = wholeScope('inspector');
const scopes: Readonly<Record<string, Scope>> = {
  'the whole tree': inspector,
  'the whole tree, somebody hidden': { ...inspector, hidden: [5] },
  'a part of it': { ...inspector, units: unit, hidden: [5] },
};

let database: TestDatabase;
let app: pg.Client;
beforeAll(async () => {
  database = await startDatabase();
  await migrate(database.url);
  const { client } = database;
  await client.query(`SET probity.guard = 'worker'`);
  await client.query(
    `INSERT INTO unit_tree (unit_id, enter, leave, depth) SELECT n, n, n, 1 FROM generate_series(1, $1) n`,
    [UNITS],
  );
  await client.query(
    `INSERT INTO scoring_runs (id, base_id, as_of, status) VALUES (1, 1, '2026-06-30', 'published')`,
  );
  // Rows lie in the order of positions, those of a unit scattered among them.
  await client.query(
    `INSERT INTO scores (run_id, from_run, cadre_id, staff_no, name, unit_enter, scope_unit_id,
       scope_enter, head, total, subtotals, present, applicable, band, ranked, tie_break,
       overdue_count, office_overdue_count)
     SELECT 1, 1, n, 'S' || n, 'N', 1 + n % $1, 1 + n % $1, 1 + n % $1, false, $2::int - n, '{}', 0, 0, 0, true, 0, 0, 0
     FROM generate_series(1, $2) n`,
    [UNITS, PEOPLE],
  );
  await client.query(
    `INSERT INTO follow_ups (run_id, from_run, cadre_id, staff_no, name, unit_enter, scope_unit_id,
       scope_enter, source, kind, ref, due_on, state, days_overdue, owed_by, inherited)
     SELECT 1, 1, n, 'S' || n, 'N', 1 + n % $1, 1 + n % $1, 1 + n % $1, 'audit-finding', 'rectify-finding',
       'R' || k, DATE '2026-01-01' + (n * 7919 + k) % 700, 'open', 0, 'unit', false
     FROM generate_series(1, $2) n, generate_series(1, $3) k`,
    [UNITS, PEOPLE, FOLLOW_UPS_EACH],
  );
  const { rows: units } = await client.query<{ unit: number; positions: number[] }>(
    'SELECT unit_enter AS unit, array_agg(cadre_id::int ORDER BY cadre_id) AS positions FROM scores GROUP BY 1',
  );
  // Of two hundred runs.
  await client.query(
    `INSERT INTO unit_positions (run_id, unit_enter, scope_unit_id, scope_enter, positions)
     SELECT run, unit, unit, unit, positions
     FROM generate_series(1, 200) run, unnest($1::int[], $2::bytea[]) p(unit, positions)`,
    [
      units.map(({ unit: enter }) => enter),
      units.map(({ positions }) => codeOf(Uint32Array.from(positions))),
    ],
  );
  await client.query(
    `INSERT INTO run_places (run_id, chunk, places)
     SELECT run, chunk, repeat('x', 8000)::bytea FROM generate_series(1, 20) run, generate_series(0, 19) chunk`,
  );
  await client.query(
    `INSERT INTO run_order (run_id, chunk, standings)
     SELECT run, chunk, repeat('x', 8000)::bytea FROM generate_series(1, 20) run, generate_series(0, 39) chunk`,
  );
  await client.query('VACUUM ANALYZE');
  app = new pg.Client((await databaseReach(database.url)).app);
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.stop();
});

/** The plan of a statement as a caller's role has it, under row security. */
async function planOf(scope: Scope, sql: string, values: unknown[]): Promise<string> {
  await app.query(`BEGIN READ ONLY; ${settingsFor(scope)}`);
  const { rows } = await app.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, values);
  await app.query('COMMIT');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

/** The plan of a statement that is prepared without knowing its values. */
async function generalPlanOf(sql: string): Promise<string> {
  const { rows } = await app.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${sql}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const everyRow = /Seq Scan on (?:scores|follow_ups)\b/;

for (const [name, scope] of Object.entries(scopes)) {
  const ranking = {
    runId: 1,
    asOf: '2026-06-30',
    compareRunId: undefined,
    sort: 'position',
    offset: 0,
    scope,
  };

  it(`a page of a ranking reads no whole table: ${name}`, async () => {
    for (const unitInterval of [undefined, unit]) {
      const { rows, values } = rankingStatement({ ...ranking, unitInterval });
      expect(await planOf(scope, rows(500, 100), values)).not.toMatch(everyRow);
    }
    const { total, values } = rankingStatement({ ...ranking, unitInterval: unit });
    expect(await planOf(scope, total, values)).not.toMatch(everyRow);
  });

  it(`a part of a ranking is counted from what is kept of units: ${name}`, async () => {
    const { sql, values } = unitPositionsStatement({ runId: 1, unit, scope });
    const plan = await planOf(scope, sql, values);
    expect(plan).toContain('unit_positions_of');
    expect(plan).not.toMatch(/Scan[^\n]* on scores/);
  });

  it(`a page of everyone is read person by person: ${name}`, async () => {
    const people = Array.from({ length: 100 }, (_, at) => 1 + at * 397);
    for (const unitInterval of [undefined, unit]) {
      const { rows, values } = rankingStatement({ ...ranking, unitInterval, people });
      expect(await planOf(scope, rows(0, undefined), values)).toContain('scores_pkey');
      // It is planned once for all values.
      expect(await generalPlanOf(rows(0, undefined))).toContain('scores_pkey');
    }
  });

  it(`a page of follow-ups reads no whole table: ${name}`, async () => {
    const { rows, values } = followUpsStatement({ runId: 1, unit: undefined, scope }, 500, 100);
    expect(await planOf(scope, rows, values)).not.toMatch(everyRow);
  });
}

it('where people stand is read from the pages that they are on', async () => {
  for (const [statement, table] of [
    [PLACES, 'run_places'],
    [PLACES, 'run_order'],
    [STANDINGS, 'run_order'],
    [STRETCH, 'run_order'],
  ] as const) {
    const { rows } = await database.client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN (GENERIC_PLAN) ${statement}`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain(`${table}_pkey`);
    expect(plan).not.toMatch(/Seq Scan on run_/);
  }
});
