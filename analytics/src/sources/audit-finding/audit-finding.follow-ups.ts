import { NO_DAY } from '../../fields/day.js';
import type { Rows } from '../../fields/field.js';
import type { Obligations } from '../../source.js';
import { rectificationDue, reRectificationDue, visitFailed } from './audit-finding.course.js';
import { expectAudits } from './audit-finding.expected.js';
import type { AuditFields } from './audit-finding.fields.js';
import type { AuditPolicy } from './audit-finding.policy.js';

/** Rectification, return visit, rectification after a failed visit; and the audits that ought to be. */
export function followUps(
  rows: Rows<AuditFields>,
  from: number,
  to: number,
  ask: Obligations<AuditPolicy>,
): void {
  for (let row = from; row < to; row++) {
    if (rows.found_on[row] > ask.day) continue;
    if (rows.severity[row] >= ask.policy.followUps.fromSeverity) followProblem(rows, row, ask);
    if (visitFailed(rows, row, ask.day)) {
      ask.emit({
        kind: 're-rectify-finding',
        owedBy: 'unit',
        row,
        dueOn: reRectificationDue(rows, row, ask),
        closedOn: rows.re_rectified_on[row],
      });
    }
  }
  expectAudits(rows, from, to, ask);
}

function followProblem(rows: Rows<AuditFields>, row: number, ask: Obligations<AuditPolicy>): void {
  const { day, policy, dueAfter, emit } = ask;
  const rectifiedOn = rows.rectified_on[row];
  emit({
    kind: 'rectify-finding',
    owedBy: 'unit',
    row,
    dueOn: rectificationDue(rows, row, ask),
    closedOn: rectifiedOn,
  });
  if (rectifiedOn > day) return;
  const given = rows.return_visit_by[row];
  emit({
    kind: 'return-visit',
    owedBy: 'office',
    row,
    dueOn:
      given === NO_DAY
        ? dueAfter('return-visit', rectifiedOn, policy.followUps.returnVisitDays)
        : given,
    closedOn: rows.return_visited_on[row],
  });
}
