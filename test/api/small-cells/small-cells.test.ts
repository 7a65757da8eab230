import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCellsStatement } from '../../../api/dist/scoring/leaders/small-cells.sql.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { Attacker, type Belief, type Published } from './attacker.js';
import type { Range } from './intervals.js';
import { LEAST, MOST, populations, type TestUnit, truthOf } from './population.js';

const CASES = 400;
const ANY = Number.POSITIVE_INFINITY;

/** What the documentation says: rounded to 5, a hidden number may be anything. */
const careful: Belief = {
  roundedBy: 2,
  hiddenUnit: { low: 0, high: ANY },
  hiddenBand: { low: 0, high: ANY },
  meanWithin: 0.5,
};
/** Takes every hidden number for a small one, as it mostly is; asked only where that is so, or it would know nothing. */
const bold: Belief = {
  ...careful,
  hiddenUnit: { low: 1, high: 7 },
  hiddenBand: { low: 0, high: 7 },
};
const exact: Belief = { ...careful, roundedBy: 0, meanWithin: 0.0005 };

let database: TestDatabase;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const statement = smallCellsStatement({
  enters: '$1',
  leaves: '$2',
  parents: '$3',
  own: 'SELECT * FROM unnest($4::int[], $5::int[], $6::int[], $7::bigint[]) AS o(enter, band, n, sum)',
  least: '$8',
  most: '$9',
  withMeans: 'true',
});

interface Row {
  readonly cadreCount: number | null;
  readonly bands: (number | null)[];
  readonly meanScore: number | null;
}

/** What the product tells leaders of a population. */
async function told(units: readonly TestUnit[]): Promise<Published[]> {
  const cells = units.flatMap(({ enter, people }) =>
    people.map((scores, band) => ({ enter, band, scores })),
  );
  const { rows } = await database.client.query<Row>(statement, [
    units.map((unit) => unit.enter),
    units.map((unit) => unit.leave),
    units.map((unit) => unit.parent),
    cells.map((cell) => cell.enter),
    cells.map((cell) => cell.band),
    cells.map((cell) => cell.scores.length),
    cells.map((cell) => cell.scores.reduce((sum, score) => sum + score, 0)),
    LEAST,
    MOST,
  ]);
  return rows.map((row) => ({ count: row.cadreCount, bands: row.bands, mean: row.meanScore }));
}

/** Whether what a belief says of hidden numbers is true of a population. */
function isSo(
  belief: Belief,
  units: readonly TestUnit[],
  published: readonly Published[],
): boolean {
  return truthOf(units).subtrees.every(({ count, bands }, at) => {
    const row = published[at] as Published;
    const fits = (value: number | null | undefined, truth: number, { low, high }: Range) =>
      value !== null || (truth >= low && truth <= high);
    return (
      fits(row.count, count, belief.hiddenUnit) &&
      bands.every((truth, band) => fits(row.bands[band], truth, belief.hiddenBand))
    );
  });
}

const rounded = (count: number) => Math.round(count / 5) * 5;
const isSmall = (count: number) => count > 0 && count < 8;
const primary = (count: number) => (isSmall(count) ? null : rounded(count));

/** What a product would tell that only hides small counts and rounds the others. */
const onlyPrimary = (units: readonly TestUnit[]): Published[] =>
  truthOf(units).subtrees.map(({ count, bands, sum }) => ({
    count: primary(count),
    bands: bands.map(primary),
    mean: count < 8 ? null : Math.round(sum / count / 1000),
  }));

/** What a product would tell that hides nothing. */
const everything = (units: readonly TestUnit[]): Published[] =>
  truthOf(units).subtrees.map(({ count, bands, sum }) => ({
    count,
    bands,
    mean: count === 0 ? null : Math.round(sum / count) / 1000,
  }));

describe('what leaders are told', () => {
  it('keeps every group under 8 people from being worked out', async () => {
    await fc.assert(
      fc.asyncProperty(populations, async (units) => {
        const published = await told(units);
        const beliefs = isSo(bold, units, published) ? [careful, bold] : [careful];
        for (const belief of beliefs) {
          expect(new Attacker(units, published, belief).attack()).toEqual([]);
        }
      }),
      { numRuns: CASES },
    );
  });

  it('is the rounded count, or hidden; never less is hidden than small counts', async () => {
    await fc.assert(
      fc.asyncProperty(populations, async (units) => {
        const published = await told(units);
        truthOf(units).subtrees.forEach(({ count, bands }, at) => {
          const row = published[at] as Published;
          for (const [truth, value] of [
            [count, row.count],
            ...bands.map((n, b) => [n, row.bands[b]]),
          ]) {
            expect([null, primary(truth as number)]).toContain(value);
          }
          if (count < 8) expect(row.mean).toBeNull();
          else if (row.mean !== null) expect(Number.isInteger(row.mean)).toBe(true);
        });
      }),
      { numRuns: CASES },
    );
  });

  it('leaves something to read', async () => {
    let shown = 0;
    let large = 0;
    await fc.assert(
      fc.asyncProperty(populations, async (units) => {
        const published = await told(units);
        truthOf(units).subtrees.forEach(({ count }, at) => {
          if (count >= 8) large++;
          if (count >= 8 && published[at]?.count !== null) shown++;
        });
      }),
      { numRuns: CASES },
    );
    expect(shown / large).toBeGreaterThan(0.95);
  });
});

describe('the attacker', () => {
  const bites = (publish: (units: readonly TestUnit[]) => Published[], belief: Belief) => {
    let recovered = 0;
    fc.assert(
      fc.property(populations, (units) => {
        recovered += new Attacker(units, publish(units), belief).attack().length;
      }),
      { numRuns: CASES },
    );
    return recovered;
  };

  it('recovers small groups where nothing is hidden', () => {
    expect(bites(everything, exact)).toBeGreaterThan(CASES);
  });

  it('recovers some where only small counts are hidden and the others rounded', () => {
    const believed = {
      ...careful,
      hiddenUnit: { low: 1, high: 7 },
      hiddenBand: { low: 1, high: 7 },
    };
    expect(bites(onlyPrimary, believed)).toBeGreaterThan(0);
  });
});
