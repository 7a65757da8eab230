import { type Day, NO_DAY } from '../../fields/day.js';
import { codeOf, type Rows } from '../../fields/field.js';
import {
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

const decayAt = onceAMoment(({ policy, decay }: Moment<ReportPolicy>) =>
  decay(policy.halfLifeDays),
);

/** Lateness, full while the report is missing and fading once it is there, and what a check brought up. */
export function points(
  rows: Rows<ReportFields>,
  from: number,
  to: number,
  at: Moment<ReportPolicy>,
  lines?: Lines,
): Millipoints {
  let sum = 0;
  for (let row = from; row < to; row++) {
    if (rows.due_on[row] > at.day) continue;
    const lateness = latenessOf(rows, row, at);
    const check = checkOf(rows, row, at);
    const gives = millipoints(lateness + check);
    sum += gives;
    lines?.add(row, gives, reasonOf(rows, row, at, lateness, check));
  }
  return sum;
}

function latenessOf(rows: Rows<ReportFields>, row: number, at: Moment<ReportPolicy>): number {
  const { day, policy } = at;
  const submitted = rows.submitted_on[row] <= day;
  const until = submitted ? rows.submitted_on[row] : day;
  const late = Math.max(0, until - rows.due_on[row]);
  const decay = submitted ? decayAt(at)(day - until) : 1;
  return Math.min(policy.lateness.most, policy.lateness.perDay * late) * decay;
}

function checkOf(rows: Rows<ReportFields>, row: number, at: Moment<ReportPolicy>): number {
  const { day, policy } = at;
  const foundOn = checkDay(rows, row);
  if (foundOn > day) return 0;
  const result = rows.check_result[row];
  const check =
    result === OMITTED ? policy.check.omitted : result === CONCEALED ? policy.check.concealed : 0;
  return check === 0 ? 0 : check * decayAt(at)(day - foundOn);
}

/** The day a check's result dates from: its own, or the due day where it has none. */
function checkDay(rows: Rows<ReportFields>, row: number): Day {
  return rows.checked_on[row] === NO_DAY ? rows.due_on[row] : rows.checked_on[row];
}
