/** What a statement's WHERE says, with the values of its parameters in order. */
export class Conditions {
  readonly values: unknown[] = [];
  readonly #parts: string[] = [];

  /** A parameter for a value: `$3`. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Adds a condition; its parameters are made by `parameter`. */
  add(condition: string): this {
    this.#parts.push(condition);
    return this;
  }

  /** `WHERE ...`, or nothing where there is no condition. */
  get where(): string {
    return this.#parts.length > 0 ? `WHERE ${this.#parts.join(' AND ')}` : '';
  }
}

/** A pattern for LIKE that finds a text anywhere, its wildcards taken literally. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
