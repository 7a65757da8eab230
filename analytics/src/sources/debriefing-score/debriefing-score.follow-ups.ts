import { type Day, dayOfParts, NO_DAY, yearOf } from '../../fields/day.js';
import type { Rows } from '../../fields/field.js';
import type { Obligations } from '../../source.js';
import type { DebriefingFields } from './debriefing-score.fields.js';
import { yearsInARow } from './debriefing-score.in-a-row.js';
import { INCOMPETENT } from './debriefing-score.points.js';
import type { DebriefingPolicy } from './debriefing-score.policy.js';

/** A failed debriefing must be decided upon, every year has one, and a promotion is reviewed at one. */
export function followUps(
  rows: Rows<DebriefingFields>,
  from: number,
  to: number,
  ask: Obligations<DebriefingPolicy>,
): void {
  for (let row = from; row < to; row++) {
    if (rows.held_on[row] > ask.day || !mustBeDecided(rows, row, from, to, ask)) continue;
    ask.emit({
      kind: 'decide-failed-debriefing',
      owedBy: 'office',
      row,
      dueOn: ask.dueAfter(
        'decide-failed-debriefing',
        rows.held_on[row],
        ask.policy.followUps.decideDays,
      ),
      closedOn: rows.decided_on[row],
    });
  }
  expectYearly(rows, from, to, ask);
  reviewProbation(rows, from, to, ask);
}

/** Whether a debriefing was failed, or is the last of so many years of just passing that policy asks for a decision. */
function mustBeDecided(
  rows: Rows<DebriefingFields>,
  row: number,
  from: number,
  to: number,
  { day, policy }: Obligations<DebriefingPolicy>,
): boolean {
  if (rows.grade[row] === INCOMPETENT) return true;
  const { basicallyCompetentYears } = policy.followUps;
  if (basicallyCompetentYears === 0) return false;
  return yearsInARow(rows, row, from, to, day) >= basicallyCompetentYears;
}

/** `hold-debriefing`: opens on the last day of the year, of those who had been in service long enough by then. */
function expectYearly(
  rows: Rows<DebriefingFields>,
  from: number,
  to: number,
  { day, policy, person, expectedFrom, emit }: Obligations<DebriefingPolicy>,
): void {
  const asked = expectedFrom('hold-debriefing');
  if (asked === NO_DAY || !person.inService) return;
  const { holdBy, minServiceDays } = policy.followUps;
  const { appointedOn } = person;
  const since = appointedOn === NO_DAY ? asked : Math.max(asked, appointedOn);
  for (let year = yearOf(since); year <= yearOf(day); year++) {
    const opensOn = dayOfParts(year, 12, 31) as Day;
    if (opensOn > day || opensOn < asked) continue;
    if (appointedOn !== NO_DAY && opensOn - appointedOn < minServiceDays) continue;
    emit({
      kind: 'hold-debriefing',
      owedBy: 'unit',
      row: -1,
      period: String(year),
      dueOn: dayOfParts(year + 1, holdBy.month, holdBy.day) as Day,
      closedOn: firstOf(year, rows, from, to),
    });
  }
}

/** `probation-review`: a promotion is looked at again after a year, at a debriefing held in the new post. */
function reviewProbation(
  rows: Rows<DebriefingFields>,
  from: number,
  to: number,
  { policy, person, dueAfter, emit }: Obligations<DebriefingPolicy>,
): void {
  const { dueDays, earliestDays } = policy.followUps.probation;
  for (const { caseNo, kind, decision, decidedOn } of person.cases) {
    if (decision !== 'appointed' || kind === 'transfer') continue;
    const held = Array.from(rows.held_on.subarray(from, to));
    const late = held.filter((heldOn) => heldOn > decidedOn + earliestDays);
    emit({
      kind: 'probation-review',
      owedBy: 'office',
      row: -1,
      period: caseNo,
      dueOn: dueAfter('probation-review', decidedOn, dueDays),
      closedOn: Math.min(NO_DAY, ...late),
    });
  }
}

/** The first day on which the year's debriefing was held; NO_DAY where there is none. */
function firstOf(year: number, rows: Rows<DebriefingFields>, from: number, to: number): Day {
  let first = NO_DAY;
  for (let row = from; row < to; row++) {
    if (rows.year[row] === year) first = Math.min(first, rows.held_on[row]);
  }
  return first;
}
