import fc from 'fast-check';

/** How many bands there are: high, elevated, watch, low, insufficient. */
export const BANDS = 5;
/** The least and the most millipoints of somebody in each band. */
export const LEAST = [30_000, 18_000, 9_000, 0, 0];
export const MOST = [100_000, 30_000, 18_000, 9_000, 9_000];

/** A unit in pre-order (numbers from 1), with the people who are in it itself: millipoints of each, by band. */
export interface TestUnit {
  readonly enter: number;
  readonly leave: number;
  readonly parent: number | null;
  readonly people: readonly (readonly number[])[];
}

/** Parents of units in pre-order, from how far each steps back up from the one before. */
function placed(steps: readonly number[]): Omit<TestUnit, 'people'>[] {
  const path: number[] = [];
  const parents = steps.map((step, at) => {
    if (at > 0) path.length = Math.max(1, path.length - step);
    const parent = path.at(-1) ?? null;
    path.push(at + 1);
    return parent;
  });
  const lastOf = (enter: number): number =>
    parents.reduce<number>(
      (last, parent, at) => (parent === enter ? Math.max(last, lastOf(at + 1)) : last),
      enter,
    );
  return parents.map((parent, at) => ({ enter: at + 1, leave: lastOf(at + 1), parent }));
}

/** Counts on which rounding and hiding turn. */
const edgy = fc.constantFrom(0, 0, 0, 1, 1, 2, 4, 5, 7, 7, 8, 8, 12, 13, 16, 17, 22);
const plain = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }));

const scoreIn = (band: number): fc.Arbitrary<number> => {
  const [least = 0, most = 0] = [LEAST[band], MOST[band]];
  return fc.oneof(fc.integer({ min: least, max: most - 1 }), fc.constantFrom(least, most - 1));
};

/** A unit's people by band: many alike, as real scores are, or each by itself. */
const peopleOf = (counts: fc.Arbitrary<number>) =>
  fc.tuple(
    ...Array.from({ length: BANDS }, (_, band) =>
      fc
        .tuple(counts, fc.array(scoreIn(band), { minLength: 1, maxLength: 4 }))
        .map(([count, scores]) =>
          Array.from({ length: count }, (_, at) => scores[at % scores.length] ?? 0),
        ),
    ),
  );

/** Random trees with random people in them, many at the edges of the rule. */
export const populations: fc.Arbitrary<TestUnit[]> = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 9 }),
    fc.boolean(),
    fc.boolean(),
  )
  .chain(([steps, atEdges, ownOfAll]) => {
    const units = placed(steps);
    const counts = atEdges ? edgy : plain;
    return fc.tuple(
      ...units.map((unit) => {
        const isLeaf = unit.leave === unit.enter;
        const people = isLeaf || ownOfAll ? peopleOf(counts) : peopleOf(fc.constant(0));
        return people.map((own) => ({ ...unit, people: own }));
      }),
    );
  });

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What a unit's subtree truly comes to. */
export interface Truth {
  readonly bands: readonly number[];
  readonly count: number;
  /** Millipoints. */
  readonly sum: number;
}

/** The exact counts of every unit's subtree, and of the people in the unit itself. */
export function truthOf(units: readonly TestUnit[]): { subtrees: Truth[]; own: Truth[] } {
  const over = (within: readonly TestUnit[]): Truth => {
    const bands = Array.from({ length: BANDS }, (_, band) =>
      sum(within.map((unit) => unit.people[band]?.length ?? 0)),
    );
    return {
      bands,
      count: sum(bands),
      sum: sum(within.map((unit) => sum(unit.people.map(sum)))),
    };
  };
  return {
    subtrees: units.map(({ enter, leave }) =>
      over(units.filter((unit) => unit.enter >= enter && unit.enter <= leave)),
    ),
    own: units.map((unit) => over([unit])),
  };
}
