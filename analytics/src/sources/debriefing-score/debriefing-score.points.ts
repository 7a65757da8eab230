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

/** The rows that count for one cadre, one for each weight, from the latest year; kept, since millions of cadres follow. */
const counted = new Int32Array(3);

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
  const count = findLatest(rows, from, to, at);
  let sum = 0;
  for (let place = 0; place < count; place++) {
    const row = counted[place];
    const weight = byYear[place];
    const gradePoints = byGrade[rows.grade[row]];
    const gives = millipoints(
      weight * (gradePoints + perMark * Math.max(0, below - rows.score[row])),
    );
    sum += gives;
    lines?.add(row, gives, reasonCounted(rows, row, weight, gradePoints, at.policy));
  }
  if (lines) tellOthers(rows, from, to, at, Array.from(counted.subarray(0, count)), lines);
  return sum;
}

/** Fills `counted` with the assessments that count for the latest years in the window; returns how many. */
function findLatest(
  { held_on, year }: Rows<DebriefingFields>,
  from: number,
  to: number,
  { day, policy }: Moment<DebriefingPolicy>,
): number {
  const before = day - policy.windowDays;
  let count = 0;
  // Years mostly come in order, so that from the end each finds its place at once.
  for (let row = to - 1; row >= from; row--) {
    const heldOn = held_on[row];
    if (heldOn > day || heldOn <= before) continue;
    let place = count;
    while (place > 0 && year[counted[place - 1]] < year[row]) place--;
    if (place > 0 && year[counted[place - 1]] === year[row]) {
      // Of equals the first row counts.
      if (heldOn >= held_on[counted[place - 1]]) counted[place - 1] = row;
      continue;
    }
    if (place === counted.length) continue;
    if (count < counted.length) count++;
    for (let last = count - 1; last > place; last--) counted[last] = counted[last - 1];
    counted[place] = row;
  }
  return count;
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
