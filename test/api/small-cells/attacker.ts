import { Intervals, type Range } from './intervals.js';
import { BANDS, LEAST, MOST, type TestUnit, type Truth, truthOf } from './population.js';

/** What is published of a unit's subtree; null is hidden. */
export interface Published {
  readonly count: number | null;
  readonly bands: readonly (number | null)[];
  /** Points, to the nearest whole one. */
  readonly mean: number | null;
}

/** What an attacker takes published numbers to mean. */
export interface Belief {
  /** How far a published count may be from the true one. */
  readonly roundedBy: number;
  /** What a hidden count of a unit can be, and one of a band. */
  readonly hiddenUnit: Range;
  readonly hiddenBand: Range;
  /** How far a published mean may be from the true one, in points. */
  readonly meanWithin: number;
}

/** A group that the attacker learnt too much about. */
export interface Recovered {
  readonly what: string;
  readonly truth: number;
}

/** Numbers the attacker wants to know: a group's people in all and by band, and their millipoints. */
interface Group {
  readonly what: string;
  readonly count: number;
  readonly bands: readonly number[];
  readonly sum: number;
  readonly truth: Truth;
}

const FEW = 8;
const bandNumbers = Array.from({ length: BANDS }, (_, band) => band);
const isFew = (count: number) => count > 0 && count < FEW;

/** All parts of a list but the empty one and the whole; of long lists only single members and all but one. */
function partsOf<T>(list: readonly T[]): T[][] {
  if (list.length > 4) {
    return list.flatMap((one) => [[one], list.filter((other) => other !== one)]);
  }
  return Array.from({ length: 2 ** list.length - 2 }, (_, at) =>
    list.filter((_, index) => ((at + 1) >> index) & 1),
  );
}

/** Works out what the published numbers of a tree tell about groups under 8 people. */
export class Attacker {
  readonly #counts = new Intervals();
  readonly #sums = new Intervals();
  readonly #groups: Group[] = [];

  constructor(
    private readonly units: readonly TestUnit[],
    private readonly published: readonly Published[],
    private readonly belief: Belief,
  ) {}

  /** The groups of 1 to 7 people whose number is known exactly, and those whose mean is known to half a point. */
  attack(): Recovered[] {
    const { subtrees, own } = truthOf(this.units);
    const trees = this.units.map((_, at) =>
      this.#group(`unit ${at + 1}`, subtrees[at] as Truth, this.published[at]),
    );
    this.units.forEach(({ enter }, at) => {
      const whole = trees[at] as Group;
      const self = this.#group(`unit ${enter} itself`, own[at] as Truth);
      const children = trees.filter((_, child) => this.units[child]?.parent === enter);
      this.#divide(whole, [self, ...children]);
      for (const part of partsOf(children)) {
        const others = children.filter((child) => !part.includes(child));
        const rest = this.#group(
          `unit ${enter} without ${part.map((child) => child.what)}`,
          added([self, ...others].map((group) => group.truth)),
        );
        this.#divide(rest, [self, ...others]);
        this.#divide(whole, [rest, ...part]);
      }
    });
    if (!this.#counts.narrow()) return [];
    const counts = this.#groups.flatMap((group) => this.#knownCounts(group));
    return [...counts, ...this.#knownMeans()];
  }

  #group(what: string, truth: Truth, published?: Published): Group {
    const { hiddenUnit, hiddenBand } = this.belief;
    const of = (value: number | null | undefined, hidden: Range) =>
      value === undefined ? this.#counts.add() : this.#known(value, hidden);
    const count = of(published?.count, hiddenUnit);
    const bands = bandNumbers.map((band) => of(published?.bands[band], hiddenBand));
    this.#counts.sum(count, bands);
    for (const band of bandNumbers) {
      const rest = this.#counts.add();
      const others = bands.filter((_, other) => other !== band);
      this.#counts.sum(rest, others);
      this.#counts.sum(count, [bands[band] as number, rest]);
    }
    const group = { what, count, bands, sum: this.#sums.add(), truth };
    this.#groups.push(group);
    return group;
  }

  #known(value: number | null, hidden: Range): number {
    if (value === null) return this.#counts.add(hidden.low, hidden.high);
    const by = value === 0 ? 0 : this.belief.roundedBy;
    return this.#counts.add(Math.max(0, value - by), value + by);
  }

  #divide(whole: Group, parts: readonly Group[]): void {
    this.#counts.sum(
      whole.count,
      parts.map((part) => part.count),
    );
    for (const band of bandNumbers) {
      this.#counts.sum(
        whole.bands[band] as number,
        parts.map((part) => part.bands[band] as number),
      );
    }
    this.#sums.sum(
      whole.sum,
      parts.map((part) => part.sum),
    );
  }

  #knownCounts({ what, count, bands, truth }: Group): Recovered[] {
    const cells = [
      { what, at: count, truth: truth.count },
      ...bands.map((at, band) => ({
        what: `${what} in band ${band}`,
        at,
        truth: truth.bands[band] as number,
      })),
    ];
    return cells.filter(({ at, truth }) => {
      const { low, high } = this.#counts.range(at);
      return isFew(truth) && Math.ceil(low - 1e-6) === truth && Math.floor(high + 1e-6) === truth;
    });
  }

  #knownMeans(): Recovered[] {
    this.#groups.forEach((group, at) => {
      const range = this.#sums.range(group.sum);
      const bands = group.bands.map((band) => this.#counts.range(band));
      const count = this.#counts.range(group.count);
      range.low = bands.reduce((sum, { low }, band) => sum + low * (LEAST[band] ?? 0), 0);
      range.high = Math.min(
        bands.reduce((sum, { high }, band) => sum + high * (MOST[band] ?? 0), 0),
        count.high * (MOST[0] ?? 0),
      );
      const mean = this.#meanOf(group, at);
      if (mean === null) return;
      const { meanWithin } = this.belief;
      range.low = Math.max(range.low, (mean - meanWithin) * 1000 * count.low);
      range.high = Math.min(range.high, (mean + meanWithin) * 1000 * count.high);
    });
    if (!this.#sums.narrow()) return [];
    return this.#groups.flatMap(({ what, sum, truth }) => {
      const { low, high } = this.#sums.range(sum);
      // As if the number of people were known from elsewhere.
      const width = (high - low) / truth.count / 1000;
      return isFew(truth.count) && width <= 1
        ? [{ what: `mean of ${what}`, truth: truth.sum / truth.count / 1000 }]
        : [];
    });
  }

  #meanOf({ what }: Group, _at: number): number | null {
    const unit = /^unit (\d+)$/.exec(what)?.[1];
    return unit === undefined ? null : (this.published[Number(unit) - 1]?.mean ?? null);
  }
}

function added(truths: readonly Truth[]): Truth {
  return {
    bands: bandNumbers.map((band) =>
      truths.reduce((sum, truth) => sum + (truth.bands[band] ?? 0), 0),
    ),
    count: truths.reduce((sum, truth) => sum + truth.count, 0),
    sum: truths.reduce((sum, truth) => sum + truth.sum, 0),
  };
}
