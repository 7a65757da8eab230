import type { Register } from '../load/register.js';
import type { FollowUpTally } from './follow-up-tally.js';

/** The days whose marks are kept in mind: today's, and a few others. */
const MOST_DAYS = 3;

interface Known {
  /** The run that they are the marks of. */
  readonly runId: number;
  /** By internal number; NaN for people who are unknown. */
  readonly marks: Float64Array;
}

/**
 * Marks of everybody's follow-ups as this process has published them, by day, so that only those that
 * have become others are written again. What another process publishes is not known here.
 */
export class PublishedMarks {
  readonly #days = new Map<string, Known>();

  /** The marks of a run as of a day; undefined where they are not known. */
  of(asOf: string, runId: number): Float64Array | undefined {
    const known = this.#days.get(asOf);
    return known?.runId === runId ? known.marks : undefined;
  }

  /** Keeps the marks of a run that everybody's were worked out for. */
  keepAll(asOf: string, runId: number, register: Register, { marks }: FollowUpTally): void {
    const last = register.ids.reduce((most, id) => Math.max(most, id), 0);
    const kept = new Float64Array(last + 1).fill(Number.NaN);
    for (const [cadre, id] of register.ids.entries()) kept[id] = marks[cadre] ?? Number.NaN;
    this.#days.delete(asOf);
    this.#days.set(asOf, { runId, marks: kept });
    const [oldest] = this.#days.keys();
    if (this.#days.size > MOST_DAYS && oldest !== undefined) this.#days.delete(oldest);
  }

  /** Keeps the marks of some people (by internal number), the others' being those of the run before. */
  keepSome(
    asOf: string,
    run: { readonly id: number; readonly before: number },
    people: Iterable<number>,
    { indexOf }: Register,
    { marks }: FollowUpTally,
  ): void {
    const known = this.of(asOf, run.before);
    this.#days.delete(asOf);
    if (!known) return;
    const ids = [...people];
    const last = ids.reduce((most, id) => Math.max(most, id), known.length - 1);
    const kept = last < known.length ? known : new Float64Array(last + 1).fill(Number.NaN);
    if (kept !== known) kept.set(known);
    for (const id of ids) {
      const cadre = indexOf.get(id);
      kept[id] = cadre === undefined ? Number.NaN : (marks[cadre] ?? Number.NaN);
    }
    this.#days.set(asOf, { runId: run.id, marks: kept });
  }
}
