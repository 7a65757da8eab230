import { type Finding, finding } from './problem.js';

/** Collects what is found in one row, cell by cell. */
export class RowNotes {
  errors: Finding[] = [];
  warnings: Finding[] = [];
  #column: string | null = null;
  #value: string | null = null;

  /** Starts on a new row. What was found in the last one stays with whoever has taken it. */
  clear(): void {
    this.errors = [];
    this.warnings = [];
  }

  /** Says which cell the following notes are about. */
  at(column: string | null, value: string | null): void {
    this.#column = column;
    this.#value = value;
  }

  /** The row cannot be taken because of this cell. Returns undefined, as a reader does then. */
  refuse(code: string, en: string, zh: string): undefined {
    this.errors.push(finding(code, en, zh, this.#column, this.#value));
    return undefined;
  }

  /** The cell is taken, but worth a look. */
  warn(code: string, en: string, zh: string): void {
    this.warnings.push(finding(code, en, zh, this.#column, this.#value));
  }
}
