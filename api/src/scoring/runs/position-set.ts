/** Some of the positions 1 to `last` of a ranking. */
export class PositionSet {
  #marks: Uint8Array;
  #count = 0;

  constructor(last: number) {
    this.#marks = new Uint8Array(last + 1);
  }

  /** How many bytes of memory it takes, nearly. */
  get bytes(): number {
    return this.#marks.byteLength;
  }

  /** One of the same positions that changes by itself. */
  copy(): PositionSet {
    const other = new PositionSet(0);
    other.#marks = this.#marks.slice();
    other.#count = this.#count;
    return other;
  }

  /** How many they are. */
  get count(): number {
    return this.#count;
  }

  add(position: number): void {
    if (position < this.#marks.length && this.#marks[position] === 0) {
      this.#marks[position] = 1;
      this.#count++;
    }
  }

  remove(position: number): void {
    if (this.#marks[position] !== 1) return;
    this.#marks[position] = 0;
    this.#count--;
  }

  /** So many of them in order, after the first `offset`. */
  slice(offset: number, length: number): number[] {
    const found: number[] = [];
    if (offset >= this.#count) return found;
    let before = 0;
    for (let at = 1; at < this.#marks.length && found.length < length; at++) {
      if (this.#marks[at] === 0) continue;
      if (before >= offset) found.push(at);
      before++;
    }
    return found;
  }
}
