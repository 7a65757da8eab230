/** Two odd numbers without a pattern, and how far bits are moved between them. */
const [FIRST, SECOND] = [0x9e3779b1, 0x85ebca77];
const [NEAR, FAR] = [13, 16];

/** A short mark of numbers and texts, in their order: others have another one, but for one chance in some 10^15. */
export class Mark {
  #first = 1;
  #second = 1;

  clear(): void {
    this.#first = 1;
    this.#second = 1;
  }

  /** Takes a whole number of 32 bits. */
  addNumber(number: number): void {
    const first = Math.imul(this.#first ^ number, FIRST);
    const second = Math.imul(this.#second ^ number, SECOND);
    this.#first = first ^ (first >>> NEAR);
    this.#second = second ^ (second >>> FAR);
  }

  addText(text: string): void {
    for (let at = 0; at < text.length; at++) this.addNumber(text.charCodeAt(at));
    // Where it ends, which no letter is.
    this.addNumber(-1 - text.length);
  }

  /** 52 bits, of which one is always set: never 0. */
  get value(): number {
    return ((this.#first >>> 0) + 1) * 2 ** 20 + (this.#second >>> 12);
  }
}
