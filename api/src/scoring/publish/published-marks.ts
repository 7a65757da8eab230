import { dayOf, type Policy } from '@probity/analytics';
import type { Held } from '../load/held-evidence.js';
import { type FollowUpTally, tallyOf } from './tally/follow-up-tally.js';

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
  /** The run last published, and what it was made of where that is all in this process. */
  #made: { readonly runId: number; readonly held: Held } | undefined;

  /** The marks of a run as of a day; undefined where they are not known. */
  of(asOf: string, runId: number): Float64Array | undefined {
    const known = this.#days.get(asOf);
    return known?.runId === runId ? known.marks : undefined;
  }

  /** What a run was made of; undefined where that is not known, or lies in other processes. */
  madeOf(runId: number): Held | undefined {
    return this.#made?.runId === runId ? this.#made.held : undefined;
  }

  /**
   * Finds the marks that some people (by internal number) had in a run as of a day, by this policy; undefined
   * where they can't be known.
   */
  finder(
    asOf: string,
    runId: number,
    people: Iterable<number>,
    policy: Policy,
  ): ((id: number) => number | undefined) | undefined {
    const known = this.of(asOf, runId);
    if (known) return (id) => known[id];
    const held = this.madeOf(runId);
    if (!held) return undefined;
    const { indexOf } = held.register;
    const some = [...people].flatMap((id) => indexOf.get(id) ?? []);
    const { marks } = tallyOf({ held, scores: { day: dayOf(asOf) }, people: some }, policy);
    return (id) => marks[indexOf.get(id) ?? -1];
  }

  /** Keeps the marks of a run that everybody's were worked out for. */
  keepAll(asOf: string, runId: number, held: Held, { marks }: FollowUpTally): void {
    const { register } = held;
    this.#keepMade(runId, held);
    const last = register.ids.reduce((most, id) => Math.max(most, id), 0);
    const kept = new Float64Array(last + 1).fill(Number.NaN);
    for (const [cadre, id] of register.ids.entries()) kept[id] = marks[cadre] ?? Number.NaN;
    this.#days.delete(asOf);
    this.#days.set(asOf, { runId, marks: kept });
    const [oldest] = this.#days.keys();
    if (this.#days.size > MOST_DAYS && oldest !== undefined) this.#days.delete(oldest);
  }

  /** Keeps the marks of some people (by internal number), the others' being those of the run before; where these are unknown, what the run was made of. */
  keepSome(
    asOf: string,
    run: { readonly id: number; readonly before: number },
    people: Iterable<number>,
    held: Held,
    { marks }: FollowUpTally,
  ): void {
    const known = this.of(asOf, run.before);
    this.#days.delete(asOf);
    this.#keepMade(run.id, held);
    if (!known) return;
    const { indexOf } = held.register;
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

  #keepMade(runId: number, held: Held): void {
    this.#made = held.tellFollowUps ? undefined : { runId, held };
  }
}
