import { type Day, dateOf, type Policy } from '@probity/analytics';
import { cellText } from './copy-text.js';
import type { FollowUpTally } from './follow-up-tally.js';
import { personColumns, personText, type RunRows, visitInParts } from './published-rows.js';

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
export function* followUpTexts(
  rows: RunRows,
  policy: Policy,
  tally?: FollowUpTally,
): Generator<string> {
  const dates = new Map<Day, string>();
  const dateText = (day: Day) => {
    const known = dates.get(day);
    if (known !== undefined) return known;
    const made = cellText(dateOf(day));
    dates.set(day, made);
    return made;
  };
  let text = '';
  let of = -1;
  let person = '';
  const parts = visitInParts(rows, policy, (followUp) => {
    tally?.take(followUp);
    const { cadre, unitCode, source, kind, state, owedBy, daysOverdue } = followUp;
    if (cadre !== of) {
      of = cadre;
      person = personText(rows, cadre, unitCode);
    }
    const dates = `${dateText(followUp.dueOn)}\t${dateText(followUp.closedOn)}`;
    const about = `${source}\t${kind}\t${cellText(followUp.ref)}\t${dates}`;
    text += `${person}\t${about}\t${state}\t${daysOverdue}\t${owedBy}\t${followUp.inherited ? 't' : 'f'}\n`;
  });
  for (const _ of parts) {
    yield text;
    text = '';
  }
}
