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
import { ProductDatabase } from '../../api/dist/platform/database/product-database.js';
import {
  PLACES_IN_A_CHUNK,
  POSITIONS_IN_A_CHUNK,
} from '../../api/dist/scoring/publish/lines/write-places.js';
import {
  type RankingSelection,
  rankingStatement,
} from '../../api/dist/scoring/rankings/ranking-statement.js';
import { RankingWindowsService } from '../../api/dist/scoring/rankings/ranking-windows.service.js';
import {
  KeptPositions,
  unitPositionsStatement,
} from '../../api/dist/scoring/runs/kept-positions.service.js';
import { codeOf } from '../../api/dist/scoring/runs/position-code.js';
import { RunPartsService } from '../../api/dist/scoring/runs/run-parts.service.js';
import { RunPlacesService } from '../../api/dist/scoring/runs/run-places.service.js';

/** Bureaus of divisions of people, under one province. */
const IN_A_DIVISION = 100;
const DIVISIONS = 100;
const IN_A_BUREAU = IN_A_DIVISION * DIVISIONS;
const WINDOW = 100;
/** Statements are planned anew for the first few times. */
const WARM_UP = 8;
/** Told of all readings: the least, which a busy machine disturbs least, the middle, and one in twenty. */
const SHARES = [0, 0.5, 0.95];

const { values: asked } = parseArgs({
  options: {
    cadres: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '400' },
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
    const { rows: units } = await client.query<{ unit: string; positions: number[] }>(
      'SELECT unit, array_agg(position::int ORDER BY position) AS positions FROM placed GROUP BY unit',
    );
    await client.query(
      `INSERT INTO unit_positions (run_id, unit_enter, scope_unit_id, scope_enter, positions)
       SELECT 1, unit, unit, unit, positions FROM unnest($1::int[], $2::bytea[]) p(unit, positions)`,
      [
        units.map(({ unit }) => unit),
        units.map(({ positions }) => codeOf(Uint32Array.from(positions))),
      ],
    );
    await client.query(
      `INSERT INTO run_order (run_id, chunk, standings)
       SELECT 1, (position - 1) / ${POSITIONS_IN_A_CHUNK},
         string_agg(int4send(cadre::int) || int4send(position::int), ''::bytea ORDER BY position)
       FROM placed GROUP BY 2`,
    );
    await client.query(
      `INSERT INTO run_places (run_id, chunk, places)
       SELECT 1, cadre / ${PLACES_IN_A_CHUNK},
         string_agg(int4send(position::int), ''::bytea ORDER BY cadre)
       FROM placed GROUP BY 2`,
    );
    await client.query(
      `INSERT INTO authority (cadre_id, unit_id, changed_at) SELECT cadre, unit, now() FROM placed`,
    );
    await client.query(
      `INSERT INTO replies (cadre_id, ref, version, recorded_at, recorded_by, kind, text, filed_on, filed_by, filed_through)
       SELECT cadre, 'R' || cadre, 1, now(), 'x', 'contest', 'x', '2026-01-01', 'x', 'office'
       FROM placed WHERE position % 1000 = 0`,
    );
    await client.query(
      `INSERT INTO scoring_runs (id, base_id, as_of, status, cadre_count, known_at)
       VALUES (1, 1, '2026-06-30', 'published', $1, clock_timestamp())`,
      [cadreCount],
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

const selectionOf = (scope: Scope, { unit, offset }: Work): RankingSelection => ({
  ...{ runId: 1, asOf: '2026-06-30', compareRunId: undefined, sort: 'position' },
  ...{ unitInterval: unit, scope, offset, limit: WINDOW },
});

/** Reads a window and its total in some way; answers with the number of rows. */
type Read = (scope: Scope, work: Work) => Promise<number>;

/** As the product reads it. */
const asProductReads =
  (windows: RankingWindowsService): Read =>
  async (scope, work) => {
    const { found } = await windows.of(selectionOf(scope, work), work.offset, WINDOW);
    return found.length;
  };

/** By one statement that counts the rows and one that skips to those of the window. */
const byRows =
  (database: Database): Read =>
  async (scope, work) => {
    const { values, rows, total } = rankingStatement(selectionOf(scope, work));
    return database.snapshot(async (client) => {
      await client.query(total, values);
      return (await client.query(rows(work.offset, WINDOW), values)).rows.length;
    });
  };

/**
 * How long a window with its total takes on behalf of `scope`. The unguarded reading is the same one,
 * by a role that no row security binds and without the predicates of scope and hidden people; that
 * somebody is hidden makes its answer the longer one by those few.
 */
async function timed(read: Read, scope: Scope, work: Work): Promise<number> {
  const bounded = scope.system ? wholeScope('bench') : scope;
  return runAs(scope, async () => {
    const start = performance.now();
    const count = await read(bounded, work);
    if (count !== WINDOW) throw new Error(`${count} rows`);
    return performance.now() - start;
  });
}

/** What each of some readings took, one after another, the order turned around each time; after a few to warm up. */
async function inTurn(
  count: number,
  ways: readonly (() => Promise<number>)[],
): Promise<readonly number[][]> {
  const times: number[][] = ways.map(() => []);
  for (let round = -WARM_UP; round < count; round++) {
    const order = [...ways.keys()];
    for (const at of round % 2 ? order.reverse() : order) {
      const time = await ways[at]?.();
      if (round >= 0 && time !== undefined) times[at]?.push(time);
    }
  }
  return times;
}

async function explain(database: Database, work: Work): Promise<void> {
  const { scope, unit } = work;
  for (const who of [systemScope, scope]) {
    const { sql, values } = unitPositionsStatement({ runId: 1, unit, scope });
    const plan = await runAs(who, () =>
      database.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`, values),
    );
    process.stdout.write(`${plan.map((row) => `    ${row['QUERY PLAN']}`).join('\n')}\n\n`);
  }
}

const percentile = (times: readonly number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? Number.NaN;

const sharesOf = (times: readonly number[] = []) =>
  SHARES.map((share) => percentile(times, share).toFixed(1)).join(' / ');

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
  const product = new ProductDatabase(database);
  const places = new RunPlacesService(product);
  const parts = new RunPartsService(database, product, places, new KeptPositions(database));
  const told = asProductReads(new RankingWindowsService(database, places, parts));
  const plain = byRows(database);
  process.stdout.write(
    `${cadreCount.toLocaleString('en')} cadres; milliseconds of ${rounds} readings each: least, p50 and p95\n`,
  );
  for (const work of worksOf()) {
    // The two that are compared stand next to each other, each first as often as the other.
    const [bare, guarded] = await inTurn(rounds, [
      () => timed(told, systemScope, work),
      () => timed(told, work.scope, work),
    ]);
    // Apart: it goes through all rows, and whatever comes after it finds the machine's caches full of them.
    const [rows = []] = await inTurn(Math.ceil(rounds / 20), [
      () => timed(plain, systemScope, work),
    ]);
    const after = await inTurn(Math.ceil(rounds / 20), [
      () => timed(plain, systemScope, work),
      () => timed(told, systemScope, work),
      () => timed(plain, systemScope, work),
      () => timed(told, work.scope, work),
    ]);
    const ratioOf = (one: readonly number[] = [], other: readonly number[] = []) =>
      (percentile(one, 0.5) / percentile(other, 0.5)).toFixed(2);
    process.stdout.write(
      `${work.name}: unguarded ${sharesOf(bare)}; both guards ${sharesOf(guarded)}; ratio ${ratioOf(guarded, bare)}, each after a reading row by row ${ratioOf(after[3], after[1])}; row by row, unguarded ${sharesOf(rows)}\n`,
    );
    if (asked.explain) await explain(database, work);
  }
  await database.onApplicationShutdown();
  await dataSource.destroy();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
