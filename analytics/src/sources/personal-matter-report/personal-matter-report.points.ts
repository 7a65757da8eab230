import { type Day, NO_DAY } from '../../fields/day.js';
import { codeOf, type Rows } from '../../fields/field.js';
import {
  faded,
  type Lines,
  type Millipoints,
  type Moment,
  millipoints,
  onceAMoment,
} from '../../source.js';
import { fields, type ReportFields } from './personal-matter-report.fields.js';
import type { ReportPolicy } from './personal-matter-report.policy.js';
import { reasonOf } from './personal-matter-report.reasons.js';

const OMITTED = codeOf(fields.check_result, 'omitted');
const CONCEALED = codeOf(fields.check_result, 'concealed');

const scaleOf = onceAMoment(({ policy, decay }: Moment<ReportPolicy>) => ({
  decay: decay(policy.halfLifeDays),
  ...policy.lateness,
  ...policy.check,
}));

type Scale = ReturnType<typeof scaleOf>;

/** Lateness, full while the report is missing and fading once it is there, and what a check brought up. */
export function points(
  rows: Rows<ReportFields>,
  from: number,
  to: number,
  at: Moment<ReportPolicy>,
  lines?: Lines,
): Millipoints {
  const { due_on: dueOn } = rows;
  const scale = scaleOf(at);
  let sum = 0;
  for (let row = from; row < to; row++) {
    if (dueOn[row] > at.day) continue;
    const lateness = latenessOf(rows, row, at.day, scale);
    const check = checkOf(rows, row, at.day, scale);
    const gives = millipoints(lateness + check);
    sum += gives;
    lines?.add(row, gives, reasonOf(rows, row, at, lateness, check));
  }
  return sum;
}

function latenessOf(
  { submitted_on, due_on }: Rows<ReportFields>,
  row: number,
  day: Day,
  { decay, most, perDay }: Scale,
): number {
  const submittedOn = submitted_on[row];
  const dueOn = due_on[row];
  if (submittedOn > day) return Math.min(most, perDay * Math.max(0, day - dueOn));
  // In time is the rule, and gives nothing however it fades.
  if (submittedOn <= dueOn) return 0;
  return Math.min(most, perDay * (submittedOn - dueOn)) * faded(decay, day - submittedOn);
}

function checkOf(
  rows: Rows<ReportFields>,
  row: number,
  day: Day,
  { decay, omitted, concealed }: Scale,
): number {
  const result = rows.check_result[row];
  if (result !== OMITTED && result !== CONCEALED) return 0;
  const foundOn = checkDay(rows, row);
  if (foundOn > day) return 0;
  return (result === OMITTED ? omitted : concealed) * faded(decay, day - foundOn);
}

/** The day a check's result dates from: its own, or the due day where it has none. */
function checkDay(rows: Rows<ReportFields>, row: number): Day {
  return rows.checked_on[row] === NO_DAY ? rows.due_on[row] : rows.checked_on[row];
}
