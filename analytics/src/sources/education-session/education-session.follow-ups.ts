import { type Day, dayOfParts, NO_DAY, yearOf } from '../../fields/day.js';
import { codeOf, type Rows } from '../../fields/field.js';
import type { Obligations } from '../../source.js';
import { fields, kinds, type SessionFields } from './education-session.fields.js';
import type { SessionPolicy } from './education-session.policy.js';

const ATTENDED = codeOf(fields.attended, 'true');
const KINDS = Object.keys(kinds);

/** What a cadre's sessions of one kind and year come to. */
interface YearOfKind {
  /** The first session, which opens the obligation. */
  firstOn: Day;
  /** The first one attended; NO_DAY where none was. */
  attendedOn: Day;
}

/**
 * `train`: whoever was down for a session of a kind attends one of that kind within the year. It
 * opens with the year's first session, and its period is the kind and the year.
 */
export function followUps(
  rows: Rows<SessionFields>,
  from: number,
  to: number,
  { day, policy, expectedFrom, emit }: Obligations<SessionPolicy>,
): void {
  const asked = expectedFrom('train');
  if (asked === NO_DAY) return;
  const { month, day: dayOfMonth } = policy.followUps.trainBy;
  for (const [period, { firstOn, attendedOn }] of yearsOfKinds(rows, from, to, day)) {
    if (firstOn < asked) continue;
    emit({
      kind: 'train',
      owedBy: 'cadre',
      row: -1,
      period,
      dueOn: dayOfParts(yearOf(firstOn), month, dayOfMonth) as Day,
      closedOn: attendedOn,
    });
  }
}

function yearsOfKinds(
  rows: Rows<SessionFields>,
  from: number,
  to: number,
  day: Day,
): Map<string, YearOfKind> {
  const found = new Map<string, YearOfKind>();
  for (let row = from; row < to; row++) {
    const heldOn = rows.held_on[row];
    if (heldOn > day) continue;
    const period = `${KINDS[rows.kind[row]]}/${yearOf(heldOn)}`;
    const one = found.get(period) ?? { firstOn: NO_DAY, attendedOn: NO_DAY };
    one.firstOn = Math.min(one.firstOn, heldOn);
    if (rows.attended[row] === ATTENDED) one.attendedOn = Math.min(one.attendedOn, heldOn);
    found.set(period, one);
  }
  return found;
}
