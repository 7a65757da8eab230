import type { FollowUp, Policy } from '@probity/analytics';
import type { Held } from '../../load/held-evidence.js';
import { type RowsOfDay, visitInParts } from './follow-ups-in-parts.js';
import { Mark } from './mark.js';

/** A number for each word of a small vocabulary, the same as long as the process lives: marks are kept no longer. */
const numbers = new Map<string, number>();

function numberOf(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size);
  return numbers.size - 1;
}

/** What people's follow-ups come to, by the cadre's index: how many that count are overdue, and a mark that tells whether they are others. */
export class FollowUpTally {
  /** Owed by the cadre. */
  readonly own: Uint32Array;
  /** Owed by the unit or an office. */
  readonly office: Uint32Array;
  /** 0 for people without any. */
  readonly marks: Float64Array;
  readonly #held: Held;
  readonly #mark = new Mark();
  #cadre = -1;

  constructor(held: Held) {
    const { count } = held.evidence.cadres;
    this.own = new Uint32Array(count);
    this.office = new Uint32Array(count);
    this.marks = new Float64Array(count);
    this.#held = held;
  }

  /** Takes the next follow-up; one person's must come together. */
  take(followUp: FollowUp): void {
    const { cadre, state, owedBy, inherited } = followUp;
    if (state === 'overdue' && !inherited) {
      const counts = owedBy === 'cadre' ? this.own : this.office;
      counts[cadre] = (counts[cadre] ?? 0) + 1;
    }
    const mark = this.#mark;
    if (cadre !== this.#cadre) {
      this.#cadre = cadre;
      mark.clear();
      addPerson(mark, this.#held, followUp);
    }
    addFollowUp(mark, followUp);
    this.marks[cadre] = mark.value;
  }
}

/** Adds what a row says of the person. */
export function addPerson(mark: Mark, held: Held, { cadre, staffNo, unitCode }: FollowUp): void {
  mark.addText(staffNo);
  mark.addText(held.register.names[cadre] ?? '');
  mark.addText(unitCode ?? '');
  mark.addNumber(held.authority[cadre] ?? 0);
}

/** Adds what a row says of the follow-up itself. */
export function addFollowUp(mark: Mark, followUp: FollowUp): void {
  mark.addText(followUp.ref);
  mark.addNumber(numberOf(followUp.source));
  mark.addNumber(numberOf(followUp.kind));
  mark.addNumber(numberOf(followUp.state));
  mark.addNumber(numberOf(followUp.owedBy));
  mark.addNumber(followUp.dueOn);
  mark.addNumber(followUp.closedOn);
  mark.addNumber(followUp.daysOverdue);
  mark.addNumber(followUp.inherited ? 1 : 0);
}

/** Counts the follow-ups of these people (by index; everyone where not given). */
export function tallyOf(rows: RowsOfDay, policy: Policy): FollowUpTally {
  const tally = new FollowUpTally(rows.held);
  for (const _ of visitInParts(rows, policy, (followUp) => tally.take(followUp)));
  return tally;
}
