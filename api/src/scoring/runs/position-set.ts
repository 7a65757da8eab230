/** Some of the positions of a ranking, ascending. */
export interface Positions {
  /** How many they are. */
  readonly count: number;
  /** So many of them in order, after the first `offset`. */
  slice(offset: number, length: number): number[];
}

/** Positions as they were read; they never change. */
export class PositionSet implements Positions {
  readonly #positions: Uint32Array;

  private constructor(positions: Uint32Array) {
    this.#positions = positions;
  }

  /** Those between 1 and `last` that `tell` names, in whatever order and however often. */
  static of(last: number, tell: (add: (position: number) => void) => void): PositionSet {
    // A mark for each that could be: to sort very many would hold up everybody else.
    const marks = new Uint8Array(last + 1);
    let count = 0;
    tell((position) => {
      if (marks[position] !== 0) return;
      marks[position] = 1;
      count++;
    });
    const positions = new Uint32Array(count);
    let at = 0;
    for (let position = 1; at < count; position++) {
      if (marks[position] === 1) positions[at++] = position;
    }
    return new PositionSet(positions);
  }

  /** How many bytes of memory it takes, nearly. */
  get bytes(): number {
    return this.#positions.byteLength;
  }

  get count(): number {
    return this.#positions.length;
  }

  slice(offset: number, length: number): number[] {
    return [...this.#positions.subarray(offset, offset + length)];
  }

  /** The same positions but for a few: without those of `removed`, and then with those of `added`. */
  changed(removed: Iterable<number>, added: Iterable<number>): Positions {
    const came = new Set(added);
    const gone = [...new Set(removed)].filter((one) => !came.has(one) && this.#has(one));
    const others = [...came].filter((position) => !this.#has(position));
    if (gone.length + others.length === 0) return this;
    return new ChangedPositions(this.#positions, new Set(gone), others.sort(ascending));
  }

  #has(position: number): boolean {
    let low = 0;
    let high = this.#positions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#positions[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return this.#positions[low] === position;
  }
}

const ascending = (one: number, other: number) => one - other;

/** Positions of which some went and some came: very many are not copied for the sake of a few. */
class ChangedPositions implements Positions {
  constructor(
    private readonly positions: Uint32Array,
    private readonly gone: ReadonlySet<number>,
    private readonly came: readonly number[],
  ) {}

  get count(): number {
    return this.positions.length - this.gone.size + this.came.length;
  }

  slice(offset: number, length: number): number[] {
    const { positions, gone, came, count } = this;
    const found: number[] = [];
    // Those that came can have moved the first one asked for by as many at most.
    let read = Math.min(positions.length, Math.max(0, offset - came.length));
    const before = positions[read - 1] ?? 0;
    let next = came.filter((position) => position < before).length;
    let at = read + next - [...gone].filter((position) => position <= before).length;
    while (at < count && found.length < length) {
      const own = positions[read] ?? Number.POSITIVE_INFINITY;
      const other = came[next] ?? Number.POSITIVE_INFINITY;
      if (gone.has(own)) {
        read++;
        continue;
      }
      if (own < other) read++;
      else next++;
      if (at++ >= offset) found.push(Math.min(own, other));
    }
    return found;
  }
}
