/** A range that a hidden number must lie in. */
export interface Range {
  low: number;
  high: number;
}

/** `whole` is the sum of `parts`, all by index. */
interface Relation {
  readonly whole: number;
  readonly parts: readonly number[];
}

/**
 * Unknown numbers, what is known of each, and which are sums of which: enough to work out what any
 * sequence of additions and subtractions can.
 */
export class Intervals {
  readonly ranges: Range[] = [];
  readonly #relations: Relation[] = [];

  /** A new number within a range, zero or more where nothing is known; its index. */
  add(low = 0, high = Number.POSITIVE_INFINITY): number {
    return this.ranges.push({ low, high }) - 1;
  }

  /** Notes that a number is the sum of others. */
  sum(whole: number, parts: readonly number[]): void {
    this.#relations.push({ whole, parts });
  }

  range(at: number): Range {
    return this.ranges[at] as Range;
  }

  /** Narrows all ranges until nothing changes; false where they contradict each other. */
  narrow(): boolean {
    for (let round = 0; round < 200; round++) {
      let changed = false;
      for (const { whole, parts } of this.#relations) {
        changed = this.#narrowOne(whole, parts) || changed;
      }
      if (this.ranges.some(({ low, high }) => low > high + 1e-6)) return false;
      if (!changed) return true;
    }
    return true;
  }

  #narrowOne(whole: number, parts: readonly number[]): boolean {
    const of = parts.map((part) => this.range(part));
    const low = of.reduce((sum, range) => sum + range.low, 0);
    const total = this.range(whole);
    let changed = this.#limit(
      total,
      low,
      of.reduce((sum, range) => sum + range.high, 0),
    );
    for (const range of of) {
      // Not by subtraction from the sum of all: an infinite bound would spoil it.
      const othersHigh = of.reduce((sum, other) => (other === range ? sum : sum + other.high), 0);
      const othersLow = of.reduce((sum, other) => (other === range ? sum : sum + other.low), 0);
      changed = this.#limit(range, total.low - othersHigh, total.high - othersLow) || changed;
    }
    return changed;
  }

  #limit(range: Range, low: number, high: number): boolean {
    let changed = false;
    if (low > range.low + 1e-9) {
      range.low = low;
      changed = true;
    }
    if (high < range.high - 1e-9) {
      range.high = high;
      changed = true;
    }
    return changed;
  }
}
