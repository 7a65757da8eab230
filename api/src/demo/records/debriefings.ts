import { type Day, dayOfParts, yearOf } from '@probity/analytics';
import type { Draw } from '../province/draw.js';
import { type Person, postingOn } from '../province/people.js';
import { dateBy, type Row } from '../province/rows.js';

const DAYS_BEFORE_DEBRIEFING = 183;

/**
 * One debriefing a year, in the first quarter of the next; the unit's people on few days. Some
 * people are missed, and some units have handed nothing in of late.
 */
export function debriefings(
  draw: Draw,
  people: readonly Person[],
  firstYear: number,
  madeOn: Day,
): Row[] {
  const rows: Row[] = [];
  for (let year = firstYear; year < yearOf(madeOn); year++) {
    const opens = (dayOfParts(year + 1, 1, 12) ?? 0) + (year % 3);
    const days = new Map<string, Day>();
    for (const person of people) {
      const unit = postingOn(person, opens)?.unit;
      if (!unit || opens - person.appointedOn < DAYS_BEFORE_DEBRIEFING || draw.chance(0.015)) {
        continue;
      }
      if (unit.gap === 'debriefings' && year >= yearOf(madeOn) - 2) continue;
      const day = days.get(unit.code) ?? opens + draw.whole(0, 66);
      days.set(unit.code, day);
      const heldOn = day + draw.whole(0, 1);
      if (heldOn <= madeOn) rows.push(debriefing(draw, person, year, heldOn, madeOn));
    }
  }
  return rows;
}

/** After how many days it is decided to keep somebody who just passed. */
const KEPT_AFTER = 20;

function debriefing(draw: Draw, person: Person, year: number, heldOn: Day, madeOn: Day): Row {
  const bad = Math.max(0, person.fault - 0.15);
  const score = Math.max(31, Math.min(99.6, draw.around(88 - 38 * Math.sqrt(bad), 3.6)));
  const grade = gradeOf(score);
  const failed = grade === 'incompetent';
  // A failed debriefing must be answered within thirty days; now and then it isn't.
  const decidedOn = failed && draw.chance(0.92) ? heldOn + draw.whole(9, 42) : null;
  const decided = decidedOn !== null && decidedOn <= madeOn;
  // Just passing twice in a row needs a decision as well; here nearly everybody has one.
  const kept = grade === 'basically_competent' && !person.staffNo.endsWith('7');
  const keptOn = kept && heldOn + KEPT_AFTER <= madeOn ? heldOn + KEPT_AFTER : null;
  return {
    staff_no: person.staffNo,
    year: String(year),
    held_on: dateBy(heldOn, madeOn),
    score: score.toFixed(1),
    grade,
    internal_score: Math.min(100, score + draw.around(0.8, 1)).toFixed(1),
    public_score: Math.min(100, score + draw.around(-1.2, 1.5)).toFixed(1),
    vote_count: String(draw.whole(28, 160)),
    decision: decided ? draw.pick(['retained', 'moved', 'dismissed']) : keptOn ? 'retained' : '',
    decided_on: dateBy(decidedOn ?? keptOn, madeOn),
  };
}

function gradeOf(score: number): string {
  if (score >= 92) return 'excellent';
  if (score >= 74) return 'competent';
  return score >= 58 ? 'basically_competent' : 'incompetent';
}
