import type { FollowUp, Policy, Scores } from '@probity/analytics';
import type { Held } from '../load/held-evidence.js';
import { FollowUpLines } from './lines/follow-up-lines.js';
import { addFollowUp, addPerson } from './tally/follow-up-tally.js';
import { visitInParts } from './tally/follow-ups-in-parts.js';
import { Mark } from './tally/mark.js';

/** So many people's follow-ups are held side by side at a time. */
const PEOPLE_AT_ONCE = 2048;

/** Two states of the evidence, of which the earlier one was published, and for whom both are compared. */
export interface Comparison {
  readonly before: Held;
  readonly held: Held;
  readonly scores: Pick<Scores, 'day'>;
  readonly baseId: number;
  readonly runId: number;
  /** By internal number. */
  readonly people: readonly number[];
}

/** Lines of `follow_ups` that differ between two states: those that are there no more, and those that have come. */
export interface ChangedLines {
  readonly gone: Buffer[];
  readonly goneCount: number;
  readonly came: Buffer[];
}

/**
 * Compares people's follow-ups with those that they had. Whoever has another name, unit or scope has other
 * ones all together; equal ones are matched one by one.
 */
export function changedFollowUps(comparison: Comparison, policy: Policy): ChangedLines {
  const { before, held, scores, baseId, runId, people } = comparison;
  const gone = new FollowUpLines({ held: before, baseId, runId });
  const came = new FollowUpLines({ held, baseId, runId });
  const found = { gone: [] as Buffer[], goneCount: 0, came: [] as Buffer[] };
  for (let first = 0; first < people.length; first += PEOPLE_AT_ONCE) {
    const some = people.slice(first, first + PEOPLE_AT_ONCE);
    const left = new Map<number, Had[]>();
    visitMarked(before, scores, some, policy, (id, had) => {
      const others = left.get(id);
      if (others) others.push(had);
      else left.set(id, [had]);
    });
    visitMarked(held, scores, some, policy, (id, { mark, followUp }) => {
      const had = left.get(id) ?? [];
      const at = had.findIndex((one) => one.mark === mark);
      if (at < 0) came.add(followUp);
      else had.splice(at, 1);
    });
    for (const had of left.values()) {
      found.goneCount += had.length;
      for (const { followUp } of had) gone.add(followUp);
    }
    found.gone.push(gone.taken());
    found.came.push(came.taken());
  }
  return found;
}

interface Had {
  readonly mark: number;
  readonly followUp: FollowUp;
}

/** Calls `visit` with each follow-up of these people (by internal number), person by person, and a mark of everything about it. */
function visitMarked(
  held: Held,
  scores: Pick<Scores, 'day'>,
  ids: readonly number[],
  policy: Policy,
  visit: (id: number, had: Had) => void,
): void {
  const { register } = held;
  const people = ids.flatMap((id) => register.indexOf.get(id) ?? []);
  const mark = new Mark();
  const parts = visitInParts({ held, scores, people }, policy, (followUp) => {
    mark.clear();
    addPerson(mark, held, followUp);
    addFollowUp(mark, followUp);
    visit(register.ids[followUp.cadre] ?? 0, { mark: mark.value, followUp });
  });
  for (const _ of parts);
}
