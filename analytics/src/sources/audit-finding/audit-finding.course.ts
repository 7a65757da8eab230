import { type Day, NO_DAY } from '../../fields/day.js';
import { codeOf, type Rows } from '../../fields/field.js';
import type { Moment } from '../../source.js';
import { type AuditFields, fields } from './audit-finding.fields.js';
import type { AuditPolicy } from './audit-finding.policy.js';

const VERIFIED = codeOf(fields.return_visit_result, 'verified');
const NOT_RECTIFIED = codeOf(fields.return_visit_result, 'not_rectified');

/** Whether a return visit made by the day found the problem still there. */
export function visitFailed(rows: Rows<AuditFields>, row: number, day: Day): boolean {
  return rows.return_visited_on[row] <= day && rows.return_visit_result[row] === NOT_RECTIFIED;
}

/** Whether the problem still awaits rectification, the first one or that after a failed visit. */
export function isOpen(rows: Rows<AuditFields>, row: number, day: Day): boolean {
  return (
    rows.rectified_on[row] > day || (visitFailed(rows, row, day) && rows.re_rectified_on[row] > day)
  );
}

/** The day of the rectification that closed the finding. Only for one that is not open. */
export function closedBy(rows: Rows<AuditFields>, row: number, day: Day): Day {
  return visitFailed(rows, row, day) ? rows.re_rectified_on[row] : rows.rectified_on[row];
}

/** Whether somebody has seen for themselves by the day that it is put right. */
export function isVerified(rows: Rows<AuditFields>, row: number, day: Day): boolean {
  return (
    (rows.return_visited_on[row] <= day && rows.return_visit_result[row] === VERIFIED) ||
    rows.re_verified_on[row] <= day
  );
}

/** What due dates are worked out by. */
type Rules = Pick<Moment<AuditPolicy>, 'policy' | 'dueAfter'>;

/** When the rectification is due: the date given, else so many days after the finding. */
export function rectificationDue(
  rows: Rows<AuditFields>,
  row: number,
  { policy, dueAfter }: Rules,
): Day {
  const given = rows.rectify_by[row];
  return given === NO_DAY
    ? dueAfter('rectify-finding', rows.found_on[row], policy.followUps.rectifyDays)
    : given;
}

/** When the rectification after a failed visit is due. */
export function reRectificationDue(
  rows: Rows<AuditFields>,
  row: number,
  { policy, dueAfter }: Rules,
): Day {
  return dueAfter(
    're-rectify-finding',
    rows.return_visited_on[row],
    policy.followUps.reRectifyDays,
  );
}

/** Days past the due date of an open finding, 0 or more. */
export function daysLate(rows: Rows<AuditFields>, row: number, at: Moment<AuditPolicy>): number {
  const due = visitFailed(rows, row, at.day)
    ? reRectificationDue(rows, row, at)
    : rectificationDue(rows, row, at);
  return Math.max(0, at.day - due);
}
