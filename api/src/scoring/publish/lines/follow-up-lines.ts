import { type Day, dateOf, type FollowUp, type Policy } from '@probity/analytics';
import { CopyLines } from '../../../platform/database/copy-lines.js';
import type { FollowUpTally } from '../tally/follow-up-tally.js';
import { visitInParts } from '../tally/follow-ups-in-parts.js';
import { addPerson, type PeoplesRows, personColumns, type RunRows } from './published-rows.js';

/** What `follow_ups` has of a follow-up itself, beside whose it is. */
export const ownColumns = [
  'source',
  'kind',
  'ref',
  'due_on',
  'closed_on',
  'state',
  'days_overdue',
  'owed_by',
  'inherited',
] as const;

/** The columns of `follow_ups`, in the order in which lines have them. */
export const followUpColumns = [...personColumns, ...ownColumns] as const;

/** Puts follow-ups together as lines; one person's must come together. */
export class FollowUpLines {
  readonly #lines = new CopyLines();
  readonly #person = new CopyLines();
  readonly #dates = new Map<Day, string | null>();
  #cadre = -1;

  constructor(private readonly rows: PeoplesRows) {}

  add(followUp: FollowUp): void {
    const { cadre, unitCode } = followUp;
    if (cadre !== this.#cadre) {
      this.#cadre = cadre;
      addPerson(this.#person.clear(), this.rows, cadre, unitCode);
    }
    const lines = this.#lines.cells(this.#person);
    lines.text(followUp.source).text(followUp.kind).text(followUp.ref);
    lines.text(this.#date(followUp.dueOn)).text(this.#date(followUp.closedOn)).text(followUp.state);
    lines.number(followUp.daysOverdue).text(followUp.owedBy).truth(followUp.inherited).endLine();
  }

  /** The lines since the last time. */
  taken(): Buffer {
    return this.#lines.taken();
  }

  #date(day: Day): string | null {
    const known = this.#dates.get(day);
    if (known !== undefined) return known;
    const made = dateOf(day);
    this.#dates.set(day, made);
    return made;
  }
}

/**
 * The follow-ups as of the scores' day, as lines of a run, some hundred people's at a time. Person by
 * person, so that one person's rows lie together and are found together. `tally` counts them on the way.
 */
export function* followUpLines(
  rows: RunRows,
  policy: Policy,
  tally?: FollowUpTally,
): Generator<Buffer> {
  const lines = new FollowUpLines(rows);
  const parts = visitInParts(rows, policy, (followUp) => {
    tally?.take(followUp);
    lines.add(followUp);
  });
  for (const _ of parts) yield lines.taken();
}
