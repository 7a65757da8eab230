import fc, { type GeneratorValue } from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { ask, Judge } from './judge.js';
import { drawLook, type Look } from './looks.js';
import { type Guards, type SwitchableProduct, startSwitchable } from './product.js';
import { type Asker, bring, type SettledWorld, settle, through } from './settled.js';
import { drawLater, drawWorld } from './world/draw-world.js';
import { WhoSeesWhom } from './world/who-sees-whom.js';
import { MARK, type World } from './world/world.js';
import { changesBetween } from './world/world-files.js';

/** PROBITY_CANARY_CASES=10000 asks more; PROBITY_CANARY_SEED draws other worlds. */
const CASES = Number(process.env.PROBITY_CANARY_CASES ?? 500);
const SEED = Number(process.env.PROBITY_CANARY_SEED ?? 20_240_301);
/** Half of them before the world moves, half after. */
const CASES_A_WORLD = 500;
const AT_ONCE = 4;
const SHOWN_COMPLAINTS = 8;

let database: TestDatabase;
let worlds = 0;
/** How often each was seen. */
const seen = { cases: 0, 'without guards': 0, 'own people': 0 };

beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

interface Case {
  readonly asker: Asker;
  readonly look: Look;
}

/** Asks all of them, some at once. Returns what is wrong with the answers. */
async function askAll(cases: readonly Case[], judge: Judge, guards: Guards): Promise<string[]> {
  const waiting = [...cases];
  const complaints: string[] = [];
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { asker, look } = next;
      const wrong = await judge.judge(asker, look, guards);
      const { session: _, ...caller } = asker;
      if (wrong) complaints.push(JSON.stringify({ guards, wrong, caller, look }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return complaints;
}

/** How many marks everyone is shown whom they may not see, in rankings and when searching. */
async function foreignMarks(askers: readonly Asker[], who: WhoSeesWhom): Promise<number> {
  let count = 0;
  for (const asker of askers.filter(({ roles }) => roles.includes('inspector'))) {
    const allowed = who.marksFor(asker);
    for (const path of ['/api/rankings', '/api/cadres']) {
      const look: Look = { kind: 'search', path, query: { limit: '1000' }, accept: 'text/csv,*/*' };
      const { text } = await ask(asker.session, look);
      for (const mark of new Set(text.match(MARK))) {
        if (allowed.has(mark)) seen['own people']++;
        else count++;
      }
    }
  }
  return count;
}

async function explore(
  g: GeneratorValue,
  product: SwitchableProduct,
  world: World,
  settled: SettledWorld,
): Promise<void> {
  const { askers, watcher, knownAt } = settled;
  const who = new WhoSeesWhom(world, product.today);
  const judge = new Judge(world, who, watcher);
  const at = { world, today: product.today, knownAt, askers };
  const cases = Array.from({ length: CASES_A_WORLD / 2 }, () => ({
    asker: askers[g(fc.nat, askers.length - 1)] as Asker,
    look: drawLook(g, at),
  }));
  const wrong: string[] = [];
  for (const guards of ['both', 'rows-only', 'predicates-only'] as const) {
    product.useGuards(guards);
    wrong.push(...(await askAll(cases, judge, guards)));
    expect(await foreignMarks(askers, who), guards).toBe(0);
  }
  if (wrong.length > 0) {
    const first = wrong.slice(0, SHOWN_COMPLAINTS);
    throw new Error([`${wrong.length} wrong:`, ...first, JSON.stringify(world)].join('\n'));
  }
  product.useGuards('none');
  seen['without guards'] += await foreignMarks(askers, who);
  product.useGuards('both');
  seen.cases += cases.length;
}

it(
  'nobody is shown, or counts, whom they may not see, with either guard alone',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const name = `world_${worlds++}`;
        await database.client.query(`CREATE DATABASE ${name}`);
        const url = new URL(database.url);
        url.pathname = `/${name}`;
        const product = await startSwitchable(url.href);
        try {
          const world = drawWorld(g, product.today);
          const settled = await settle(product, world);
          await explore(g, product, world, settled);
          const later = drawLater(g, world);
          await bring(through(product, settled.watcher), changesBetween(world, later));
          await explore(g, product, later, settled);
        } finally {
          await product.stop();
        }
      }),
      { numRuns: Math.ceil(CASES / CASES_A_WORLD), seed: SEED, endOnFailure: true },
    );
    // The canaries are there to be seen: without guards they are.
    expect(seen['without guards']).toBeGreaterThan(worlds);
    expect(seen['own people']).toBeGreaterThan(worlds);
    expect(seen.cases).toBeGreaterThanOrEqual(CASES);
  },
  CASES * 1000,
);
