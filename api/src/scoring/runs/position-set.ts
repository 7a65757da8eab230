/** Some of the positions of a ranking, ascending; one that was made never changes. */
export class PositionSet {
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

  /** How many they are. */
  get count(): number {
    return this.#positions.length;
  }

  /** So many of them in order, after the first `offset`. */
  slice(offset: number, length: number): number[] {
    return [...this.#positions.subarray(offset, offset + length)];
  }

  /** The same positions but for a few: without those of `removed`, and then with those of `added`. */
  changed(removed: Iterable<number>, added: Iterable<number>): PositionSet {
    const few = new Map<number, boolean>();
    for (const position of removed) few.set(position, false);
    for (const position of added) few.set(position, true);
    if (few.size === 0) return this;
    const before = this.#positions;
    const after = new Uint32Array(before.length + few.size);
    let read = 0;
    let end = 0;
    for (const [position, stays] of [...few].sort(([one], [other]) => one - other)) {
      const at = this.#firstFrom(position);
      after.set(before.subarray(read, at), end);
      end += at - read;
      read = before[at] === position ? at + 1 : at;
      if (stays) after[end++] = position;
    }
    after.set(before.subarray(read), end);
    return new PositionSet(after.subarray(0, end + before.length - read));
  }

  /** Where the first of them lies that is not below `position`. */
  #firstFrom(position: number): number {
    let low = 0;
    let high = this.#positions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#positions[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
