import { codeOf, type Rows } from '../../fields/field.js';
import {
  type Decay,
  faded,
  type Lines,
  type Millipoints,
  type Moment,
  millipoints,
  onceAMoment,
} from '../../source.js';
import { daysLate, isVerified, visitFailed } from './audit-finding.course.js';
import { type AuditFields, fields } from './audit-finding.fields.js';
import type { AuditPolicy } from './audit-finding.policy.js';
import { reasonOf } from './audit-finding.reasons.js';

const IN_TERM = codeOf(fields.phase, 'in_term');
const NO_RESPONSIBILITY = codeOf(fields.responsibility, 'none');
/** Stands for a finding that does not exist yet. */
const ABSENT = -1;

/** What points are made of as of a moment, worked out once. */
interface Scale {
  readonly decay: Decay;
  readonly bySeverity: Float64Array;
}

const scaleOf = onceAMoment(({ policy, decay }: Moment<AuditPolicy>): Scale => {
  const { severity0, severity1, severity2, severity3, severity4 } = policy.severityPoints;
  return {
    decay: decay(policy.halfLifeDays),
    bySeverity: Float64Array.of(severity0, severity1, severity2, severity3, severity4),
  };
});

/** The worth of one cadre's findings while they are summed; kept, since millions of cadres follow. */
let worth = new Float64Array(64);

/** Findings by severity: more while open and late, less once rectified and verified; of one audit only the largest count in full. */
export function points(
  rows: Rows<AuditFields>,
  from: number,
  to: number,
  at: Moment<AuditPolicy>,
  lines?: Lines,
): Millipoints {
  const { inFull, othersFactor } = at.policy.perAudit;
  const scale = scaleOf(at);
  if (worth.length < to - from) worth = new Float64Array(2 * (to - from));
  for (let row = from; row < to; row++) worth[row - from] = worthOf(rows, row, at, scale);
  let sum = 0;
  for (let row = from; row < to; row++) {
    const x = worth[row - from];
    if (x === ABSENT) continue;
    const full = largerInAudit(rows, from, to, row, inFull) < inFull;
    const gives = millipoints(full ? x : othersFactor * x);
    sum += gives;
    lines?.add(row, gives, reasonOf(rows, row, at, scale.bySeverity[rows.severity[row]], full));
  }
  return sum;
}

/** The `x` of one finding by itself; ABSENT before it was found. */
function worthOf(
  rows: Rows<AuditFields>,
  row: number,
  at: Moment<AuditPolicy>,
  { decay, bySeverity }: Scale,
): number {
  const { day, policy } = at;
  if (rows.found_on[row] > day) return ABSENT;
  const p = bySeverity[rows.severity[row]];
  if (p === 0 || rows.responsibility[row] === NO_RESPONSIBILITY) return 0;
  const failed = visitFailed(rows, row, day);
  const rectifiedOn = rows.rectified_on[row];
  const closedOn = failed ? rows.re_rectified_on[row] : rectifiedOn;
  if (rectifiedOn > day || closedOn > day) {
    const late = rows.phase[row] === IN_TERM ? daysLate(rows, row, at) : 0;
    return p * (1 + Math.min(policy.lateness.most, policy.lateness.perDay * late));
  }
  const factor = isVerified(rows, row, day) ? policy.verifiedFactor : policy.rectifiedFactor;
  return factor * p * faded(decay, day - closedOn);
}

/** How many findings of the same audit come before this one, counted no further than `enough`; of equal ones the smaller row does. */
function largerInAudit(
  rows: Rows<AuditFields>,
  from: number,
  to: number,
  row: number,
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
