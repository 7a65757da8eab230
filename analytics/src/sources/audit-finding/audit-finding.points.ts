import { codeOf, type Rows } from '../../fields/field.js';
import {
  type Lines,
  type Millipoints,
  type Moment,
  millipoints,
  onceAMoment,
} from '../../source.js';
import { closedBy, daysLate, isOpen, isVerified } from './audit-finding.course.js';
import { type AuditFields, fields } from './audit-finding.fields.js';
import type { AuditPolicy } from './audit-finding.policy.js';
import { reasonOf } from './audit-finding.reasons.js';

const IN_TERM = codeOf(fields.phase, 'in_term');
const NO_RESPONSIBILITY = codeOf(fields.responsibility, 'none');
/** Stands for a finding that does not exist yet. */
const ABSENT = -1;

const tables = onceAMoment(({ policy: { severityPoints } }: Moment<AuditPolicy>) => [
  severityPoints.severity0,
  severityPoints.severity1,
  severityPoints.severity2,
  severityPoints.severity3,
  severityPoints.severity4,
]);

/** Findings by severity: more while open and late, less once rectified and verified; of one audit only the largest count in full. */
export function points(
  rows: Rows<AuditFields>,
  from: number,
  to: number,
  at: Moment<AuditPolicy>,
  lines?: Lines,
): Millipoints {
  const { inFull, othersFactor } = at.policy.perAudit;
  const worth = new Array<number>(to - from);
  for (let row = from; row < to; row++) worth[row - from] = worthOf(rows, row, at);
  let sum = 0;
  for (let row = from; row < to; row++) {
    const x = worth[row - from];
    if (x === ABSENT) continue;
    const full = largerInAudit(rows, from, to, row, worth, inFull) < inFull;
    const gives = millipoints(full ? x : othersFactor * x);
    sum += gives;
    lines?.add(row, gives, reasonOf(rows, row, at, tables(at)[rows.severity[row]], full));
  }
  return sum;
}

/** The `x` of one finding by itself; ABSENT before it was found. */
function worthOf(rows: Rows<AuditFields>, row: number, at: Moment<AuditPolicy>): number {
  const { day, policy } = at;
  if (rows.found_on[row] > day) return ABSENT;
  if (rows.responsibility[row] === NO_RESPONSIBILITY) return 0;
  const p = tables(at)[rows.severity[row]];
  if (isOpen(rows, row, day)) {
    const late = rows.phase[row] === IN_TERM ? daysLate(rows, row, day, policy) : 0;
    return p * (1 + Math.min(policy.lateness.most, policy.lateness.perDay * late));
  }
  const age = day - closedBy(rows, row, day);
  const factor = isVerified(rows, row, day) ? policy.verifiedFactor : policy.rectifiedFactor;
  return factor * p * at.decay(policy.halfLifeDays)(age);
}

/** How many findings of the same audit come before this one, counted no further than `enough`; of equal ones the smaller row does. */
function largerInAudit(
  rows: Rows<AuditFields>,
  from: number,
  to: number,
  row: number,
  worth: readonly number[],
  enough: number,
): number {
  if (to - from <= enough) return 0;
  const x = worth[row - from];
  let larger = 0;
  for (let other = from; other < to && larger < enough; other++) {
    if (rows.audit_no[other] !== rows.audit_no[row]) continue;
    const y = worth[other - from];
    if (y > x || (y === x && other < row)) larger++;
  }
  return larger;
}
