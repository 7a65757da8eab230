import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { auditLog } from './audit.ts';
import { benchFolder } from './data/folder.ts';
import { type Seeded, seeded } from './data/seed.ts';
import { type Measure, tableOf } from './measure.ts';
import { rescore } from './rescore.ts';
import { Batches, batchToRanking } from './works/batches.ts';
import { besideClickHouse } from './works/clickhouse.ts';
import type { Population, Running } from './works/context.ts';
import { firstBuild } from './works/first-build.ts';
import { memory } from './works/memory.ts';
import { opinionsFile } from './works/opinions-file.ts';
import { people } from './works/people.ts';
import { rankingFile } from './works/ranking-file.ts';
import { CALM, HASTY, type Watching } from './works/readers.ts';
import { whileRunning } from './works/running.ts';
import { besidePostgres } from './works/scorecard.ts';
import { windows } from './works/windows.ts';

/** From how many people growth is told. */
const SMALLEST = 10_000;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    small: { type: 'boolean', default: false },
    cadres: { type: 'string' },
    json: { type: 'string' },
    /** Works by name, separated by commas: the table in pieces. */
    only: { type: 'string' },
    /** Keeps the product's own copy of the population for the next piece, its ranking published. */
    keep: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: true },
    /** Beside ClickHouse, too, which is installed from npm under the data's folder. */
    clickhouse: { type: 'boolean', default: false },
    data: { type: 'string', default: benchFolder },
  },
});
const cadreCount = Number(values.cadres ?? (values.small ? 100_000 : 1_000_000));

type Works<T> = Readonly<Record<string, (of: T) => Promise<Measure[]> | Measure[]>>;

/** How often a work is done over, and how long readers read. */
interface Extent extends Watching {
  readonly rescores: number;
  readonly batches: number;
}
const whole: Extent = { rescores: 5, batches: 20, seconds: 20, paces: [CALM, HASTY] };
const small: Extent = { rescores: 3, batches: 5, seconds: 2.5, paces: [CALM] };
/** For the figures that growth is told from. */
const smallestExtent: Extent = { ...small, seconds: 1.5 };

/** What needs the population alone. */
const alone = ({ rescores }: Extent): Works<Population> => ({
  rescore: ({ cadreCount: count }) => rescore(count, rescores),
  postgres: besidePostgres,
  ...(values.clickhouse
    ? { clickhouse: (of: Population) => besideClickHouse(of, values.data, rescores) }
    : {}),
  memory,
  build: firstBuild,
});

/** What needs the product at work. */
const atWork = ({ batches: rounds, ...watching }: Extent): Works<Running> => {
  let batches: Batches | undefined;
  const of = (running: Running) => {
    batches ??= new Batches(running.cadreCount);
    return batches;
  };
  return {
    csv: rankingFile,
    people: (running) => people(running, of(running), watching),
    batches: (running) => batchToRanking(running, of(running), rounds),
    windows: (running) => windows(running, of(running), watching),
    import: opinionsFile,
  };
};

const chosen = values.only?.split(',');
const isChosen = ([name]: [string, unknown]) => chosen === undefined || chosen.includes(name);

/** Runs a work; its results are told at once, for whoever waits for the table. */
async function told<T>(work: (of: T) => Promise<Measure[]> | Measure[], of: T): Promise<Measure[]> {
  const measures = await work(of);
  process.stderr.write(`${tableOf(measures).split('\n').slice(1).join('\n')}\n`);
  return measures;
}

/** What works measured, by work: what one is called in the table has its population in it. */
type Measured = ReadonlyMap<string, readonly Measure[]>;

/** The population of so many, made where it isn't there yet. */
const populationOf = (count: number) =>
  seeded(values.data, count, (step) =>
    process.stderr.write(`${count.toLocaleString('en')} cadres: ${step}\n`),
  );

async function measured(
  count: number,
  seed: Seeded,
  extent: Extent,
  isAsked: (work: [string, unknown]) => boolean,
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'probity-bench-files-'));
  const population = { cadreCount: count, seed, folder, keep: values.keep };
  const found = new Map<string, Measure[]>();
  try {
    for (const [name, work] of Object.entries(alone(extent)).filter(isAsked)) {
      found.set(name, await told(work, population));
    }
    const running = Object.entries(atWork(extent)).filter(isAsked);
    if (running.length > 0) {
      await whileRunning(population, async (product) => {
        for (const [name, work] of running) found.set(name, await told(work, product));
      });
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await seed.server.stop();
  }
}

/** The same works at the smallest population, where it was measured, say how each grew. */
function withGrowth(measured: Measured, smallest: Measured): Measure[] {
  const times = Math.log(cadreCount / SMALLEST);
  return [...measured].flatMap(([name, measures]) =>
    measures.map((each, at) => {
      const before = smallest.get(name)?.[at];
      return before ? { ...each, growth: Math.log(each.seconds / before.seconds) / times } : each;
    }),
  );
}

/** How long somebody waits does not grow with how long readers are watched: a short run leaves them out. */
const isGrown = ([name]: [string, unknown]) =>
  !(values.small && (name === 'people' || name === 'windows'));

process.stdout.write(
  `${cadreCount.toLocaleString('en')} cadres, 21 records each in four sources; ${cpus().length} x ${cpus()[0]?.model}, Node ${process.versions.node}\n\n`,
);
const isGrowthTold = values.growth && cadreCount > SMALLEST;
// At the same time: much of the smaller one's making is waiting.
const [seed, smallestSeed] = await Promise.all([
  populationOf(cadreCount),
  isGrowthTold ? populationOf(SMALLEST) : undefined,
]);
const smallest = smallestSeed
  ? await measured(
      SMALLEST,
      smallestSeed,
      smallestExtent,
      (work) => isChosen(work) && isGrown(work),
    ).catch(async (error: unknown) => {
      await seed.server.stop();
      throw error;
    })
  : new Map();
const extent = values.small ? small : whole;
const measures = withGrowth(await measured(cadreCount, seed, extent, isChosen), smallest);
// A matter of its own, on request: what the audit log costs.
if (chosen?.includes('audit')) measures.push(...(await auditLog()));
process.stdout.write(`${tableOf(measures)}\n`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(measures, null, 2)}\n`);
