import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { runAs } from '../../api/dist/platform/access/current-scope.js';
import { type Scope, systemScope, wholeScope } from '../../api/dist/platform/access/scope.js';
import { Database } from '../../api/dist/platform/database/database.js';
import { dataSourceOptions } from '../../api/dist/platform/database/database.module.js';
import { temporaryDataFolder } from '../../api/dist/platform/database/embedded-binaries.js';
import { startEmbeddedServer } from '../../api/dist/platform/database/embedded-server.js';
import { databaseReach, ONE_CORE } from '../../api/dist/platform/database/guard/roles.js';
import { migrate } from '../../api/dist/platform/database/migrate.js';
import { rankingStatement } from '../../api/dist/scoring/rankings/ranking-statement.js';

/** Bureaus of divisions of people, under one province. */
const IN_A_DIVISION = 100;
const DIVISIONS = 100;
const IN_A_BUREAU = IN_A_DIVISION * DIVISIONS;
const WINDOW = 100;

const { values: asked } = parseArgs({
  options: {
    cadres: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '40' },
    explain: { type: 'boolean', default: false },
  },
});
const cadreCount = Number(asked.cadres);
const rounds = Number(asked.rounds);

/** Fills a published run: places in the ranking are spread over all units, rows lie in their order. */
async function fill(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET probity.guard = 'worker'`);
    const bureaus = cadreCount / IN_A_BUREAU;
    await client.query(
      `INSERT INTO unit_tree (unit_id, enter, leave, depth)
       SELECT 1, 1, $1::int * ($2::int + 1) + 1, 1
       UNION ALL SELECT 2 + b * ($2 + 1), 2 + b * ($2 + 1), 2 + b * ($2 + 1) + $2, 2 FROM generate_series(0, $1 - 1) b
       UNION ALL SELECT 3 + b * ($2 + 1) + d, 3 + b * ($2 + 1) + d, 3 + b * ($2 + 1) + d, 3
         FROM generate_series(0, $1 - 1) b, generate_series(0, $2 - 1) d`,
      [bureaus, DIVISIONS],
    );
    // Any number without a common factor with the count of people mixes their units.
    await client.query(
      `CREATE TEMPORARY TABLE placed AS
       SELECT p AS position, p * 7919 % $1::int AS cadre, 3 + (p * 7919 % $1) / ${IN_A_BUREAU} * ${DIVISIONS + 1}
         + (p * 7919 % $1) % ${IN_A_BUREAU} / ${IN_A_DIVISION} AS unit
       FROM generate_series(1::bigint, $1) p`,
      [cadreCount],
    );
    await client.query(
      `INSERT INTO scores (run_id, from_run, cadre_id, staff_no, name, unit_code, unit_enter, scope_unit_id,
         scope_enter, post, rank_name, head, total, subtotals, present, applicable, band, ranked,
         tie_break, overdue_count, office_overdue_count)
       SELECT 1, 1, cadre, 'S' || lpad(cadre::text, 8, '0'), '王' || cadre, 'U' || unit, unit, unit, unit,
         'Section chief', 'section', false, $1 - position, ARRAY[1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 0],
         2, 3, position * 5 / ($1 + 1), true, 0, 0, 1
       FROM placed ORDER BY position`,
      [cadreCount],
    );
    await client.query(
      `INSERT INTO scoring_runs (id, base_id, as_of, status) VALUES (1, 1, '2026-06-30', 'published')`,
    );
    await client.query(
      `INSERT INTO authority (cadre_id, unit_id, changed_at) SELECT cadre, unit, now() FROM placed`,
    );
    await client.query(
      `INSERT INTO replies (cadre_id, ref, version, recorded_at, recorded_by, kind, text, filed_on, filed_by, filed_through)
       SELECT cadre, 'R' || cadre, 1, now(), 'x', 'contest', 'x', '2026-01-01', 'x', 'office'
       FROM placed WHERE position % 1000 = 0`,
    );
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** What is asked for: from where, in whose name, and over which unit. */
interface Work {
  readonly name: string;
  readonly scope: Scope;
  readonly unit: { readonly enter: number; readonly leave: number } | undefined;
  readonly offset: number;
}

/**
 * A window of the ranking with its total, as the product reads it, on behalf of `scope`. The unguarded
 * reading is the same statement over the same people and indexes, also in one transaction and on one
 * core, by a role that no row security binds and without the predicates of scope and hidden people;
 * that somebody is hidden makes its answer the longer one by those few.
 */
async function read(database: Database, scope: Scope, { unit, offset }: Work): Promise<number> {
  const bounded = scope.system ? wholeScope('bench') : scope;
  const { values, rows, total } = rankingStatement({
    ...{ runId: 1, asOf: '2026-06-30', compareRunId: undefined, sort: 'position' },
    ...{ unitInterval: unit, scope: bounded, offset, limit: WINDOW },
  });
  return runAs(scope, async () => {
    const start = performance.now();
    const found = await database.snapshot(async (client) => {
      await client.query(total, values);
      return client.query(rows(offset, WINDOW), values);
    });
    if (found.rowCount !== WINDOW) throw new Error(`${found.rowCount} rows`);
    return performance.now() - start;
  });
}

async function explain(database: Database, { scope, unit, offset }: Work): Promise<void> {
  const { values, rows, total } = rankingStatement({
    ...{ runId: 1, asOf: '2026-06-30', compareRunId: undefined, sort: 'position' },
    ...{ unitInterval: unit, scope, offset, limit: WINDOW },
  });
  for (const who of [systemScope, scope]) {
    for (const statement of [total, rows(offset, WINDOW)]) {
      const plan = await runAs(who, () =>
        database.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${statement}`, values),
      );
      process.stdout.write(`${plan.map((row) => `    ${row['QUERY PLAN']}`).join('\n')}\n\n`);
    }
  }
}

const percentile = (times: readonly number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? Number.NaN;

function worksOf(): Work[] {
  const bureau = { enter: 2, leave: 2 + DIVISIONS };
  const inspector = (units: Scope['units'], hidden: number[]): Scope => ({
    ...wholeScope('inspector'),
    ...{ roles: new Set(['inspector'] as const), units, hidden },
  });
  const half = { enter: 1, leave: Math.floor((cadreCount / IN_A_BUREAU) * (DIVISIONS + 1) * 0.5) };
  const of = (name: string, scope: Scope, unit: Work['unit'], count: number): Work[] => [
    { name: `${name}, first window`, scope, unit, offset: 0 },
    { name: `${name}, window in the middle`, scope, unit, offset: Math.floor(count / 2) },
  ];
  return [
    ...of('whole tree', inspector(undefined, []), undefined, cadreCount),
    ...of(
      'whole tree, two hidden',
      inspector(undefined, [5, Math.floor(cadreCount / 3)]),
      undefined,
      cadreCount,
    ),
    ...of('a unit of 10,000 out of the whole', inspector(undefined, [5]), bureau, IN_A_BUREAU),
    ...of('a unit of 10,000, one’s own', inspector(bureau, [5]), bureau, IN_A_BUREAU),
    ...of('half of the tree', inspector(half, [5]), half, cadreCount / 2),
  ];
}

const folder = temporaryDataFolder();
const server = await startEmbeddedServer(folder);
try {
  await migrate(server.url);
  await fill(server.url);
  const reach = await databaseReach(server.url);
  const dataSource = new DataSource(
    dataSourceOptions({ ...reach.worker, options: `${reach.worker.options} ${ONE_CORE}` }),
  );
  await dataSource.initialize();
  const database = new Database(dataSource, reach);
  process.stdout.write(
    `${cadreCount.toLocaleString('en')} cadres; milliseconds of ${rounds} readings each, in turn: p50 and p95\n`,
  );
  for (const work of worksOf()) {
    const [bare, guarded]: [number[], number[]] = [[], []];
    for (let round = -3; round < rounds; round++) {
      const times = [
        await read(database, systemScope, work),
        await read(database, work.scope, work),
      ] as const;
      // The first ones warm both up.
      if (round < 0) continue;
      bare.push(times[0]);
      guarded.push(times[1]);
    }
    const told = (times: readonly number[]) =>
      [0.5, 0.95].map((share) => percentile(times, share).toFixed(1)).join(' / ');
    const ratio = (share: number) =>
      (percentile(guarded, share) / percentile(bare, share)).toFixed(2);
    process.stdout.write(
      `${work.name}: unguarded ${told(bare)}; both guards ${told(guarded)}; ratio ${ratio(0.5)} / ${ratio(0.95)}\n`,
    );
    if (asked.explain) await explain(database, work);
  }
  await database.onApplicationShutdown();
  await dataSource.destroy();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
