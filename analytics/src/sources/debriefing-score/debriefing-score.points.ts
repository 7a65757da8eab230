import { codeOf, type Rows } from '../../fields/field.js';
import {
  type Lines,
  type Millipoints,
  type Moment,
  millipoints,
  onceAMoment,
} from '../../source.js';
import { type DebriefingFields, fields, grades } from './debriefing-score.fields.js';
import type { DebriefingPolicy } from './debriefing-score.policy.js';
import { reasonCounted, reasonPassedOver } from './debriefing-score.reasons.js';

const GRADES = Object.keys(grades) as (keyof typeof grades)[];

const tables = onceAMoment(({ policy }: Moment<DebriefingPolicy>) => ({
  byGrade: Float64Array.from(GRADES, (grade) => policy.gradePoints[grade]),
  byYear: [policy.yearWeights.latest, policy.yearWeights.second, policy.yearWeights.third],
}));

/** Grade and low score of the latest years, the latest most; of two assessments of a year the later one counts. */
export function points(
  rows: Rows<DebriefingFields>,
  from: number,
  to: number,
  at: Moment<DebriefingPolicy>,
  lines?: Lines,
): Millipoints {
  const { byGrade, byYear } = tables(at);
  const { below, points: perMark } = at.policy.shortfall;
  const counted: number[] = [];
  let sum = 0;
  let year = Number.POSITIVE_INFINITY;
  for (const weight of byYear) {
    const row = latestBefore(year, rows, from, to, at);
    if (row < 0) break;
    year = rows.year[row];
    const gradePoints = byGrade[rows.grade[row]];
    const gives = millipoints(
      weight * (gradePoints + perMark * Math.max(0, below - rows.score[row])),
    );
    sum += gives;
    if (lines) {
      counted.push(row);
      lines.add(row, gives, reasonCounted(rows, row, weight, gradePoints, at.policy));
    }
  }
  if (lines) tellOthers(rows, from, to, at, counted, lines);
  return sum;
}

/** The assessment that counts for the latest year before `year`; -1 where there is none in the window. */
function latestBefore(
  year: number,
  rows: Rows<DebriefingFields>,
  from: number,
  to: number,
  { day, policy }: Moment<DebriefingPolicy>,
): number {
  let found = -1;
  for (let row = from; row < to; row++) {
    const heldOn = rows.held_on[row];
    if (heldOn > day || heldOn <= day - policy.windowDays || rows.year[row] >= year) continue;
    const better =
      found < 0 ||
      rows.year[row] > rows.year[found] ||
      (rows.year[row] === rows.year[found] && heldOn > rows.held_on[found]);
    if (better) found = row;
  }
  return found;
}

function tellOthers(
  rows: Rows<DebriefingFields>,
  from: number,
  to: number,
  at: Moment<DebriefingPolicy>,
  counted: readonly number[],
  lines: Lines,
): void {
  const years = new Set(counted.map((row) => rows.year[row]));
  for (let row = from; row < to; row++) {
    if (rows.held_on[row] > at.day || counted.includes(row)) continue;
    const tooOld = rows.held_on[row] <= at.day - at.policy.windowDays;
    lines.add(row, 0, reasonPassedOver(rows, row, tooOld, years.has(rows.year[row]), at.policy));
  }
}

/** The column code of the grade that must be decided upon. */
export const INCOMPETENT = codeOf(fields.grade, 'incompetent');
