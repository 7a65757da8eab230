import { type Day, dateOf, type Policy } from '@probity/analytics';
import { CopyLines } from './copy-lines.js';
import type { FollowUpTally } from './follow-up-tally.js';
import { addPerson, personColumns, type RunRows, visitInParts } from './published-rows.js';

/** The columns of `follow_ups`, in the order in which lines have them. */
export const followUpColumns = [
  ...personColumns,
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

/**
 * The follow-ups as of the scores' day, as lines of a run, some hundred people's at a time. Person by
 * person, so that one person's rows lie together and are found together. `tally` counts them on the way.
 */
export function* followUpLines(
  rows: RunRows,
  policy: Policy,
  tally?: FollowUpTally,
): Generator<Buffer> {
  const dates = new Map<Day, string | null>();
  const dateText = (day: Day) => {
    const known = dates.get(day);
    if (known !== undefined) return known;
    const made = dateOf(day);
    dates.set(day, made);
    return made;
  };
  const lines = new CopyLines();
  const person = new CopyLines();
  let of = -1;
  const parts = visitInParts(rows, policy, (followUp) => {
    tally?.take(followUp);
    const { cadre, unitCode, source, kind, state, owedBy, daysOverdue } = followUp;
    if (cadre !== of) {
      of = cadre;
      addPerson(person.clear(), rows, cadre, unitCode);
    }
    lines.cells(person).text(source).text(kind).text(followUp.ref);
    lines.text(dateText(followUp.dueOn)).text(dateText(followUp.closedOn)).text(state);
    lines.number(daysOverdue).text(owedBy).truth(followUp.inherited).endLine();
  });
  for (const _ of parts) yield lines.taken();
}
