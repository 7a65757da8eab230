import type { Day } from '../../fields/day.js';
import { codeOf, type Rows } from '../../fields/field.js';
import { type DebriefingFields, fields } from './debriefing-score.fields.js';

const BASICALLY = codeOf(fields.grade, 'basically_competent');

/** How many years without a gap, up to that of a row, somebody was graded basically competent by the day; 0 for another grade. */
export function yearsInARow(
  rows: Rows<DebriefingFields>,
  row: number,
  from: number,
  to: number,
  day: Day,
): number {
  if (rows.grade[row] !== BASICALLY) return 0;
  const years = new Set<number>();
  for (let other = from; other < to; other++) {
    if (rows.grade[other] === BASICALLY && rows.held_on[other] <= day) years.add(rows.year[other]);
  }
  let count = 1;
  while (years.has(rows.year[row] - count)) count++;
  return count;
}
