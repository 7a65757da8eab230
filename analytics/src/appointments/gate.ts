import type { AppointmentCase } from '../evidence/cases.js';
import type { Day } from '../fields/day.js';
import type { Policy } from '../policy/schema.js';
import {
  checkAdmonitions,
  checkDebriefing,
  checkFindings,
  checkSanctions,
} from './checks/conduct.checks.js';
import { checkFile } from './checks/file.checks.js';
import { checkJointReview } from './checks/joint-review.checks.js';
import { checkHeadcount, checkTreatment } from './checks/post.checks.js';
import { checkNotice, checkOpinions } from './checks/public.checks.js';
import { checkReports, checkVerified } from './checks/reports.checks.js';
import type { Facts } from './facts/facts.js';
import type { GateCheck, GateReason } from './reason.js';

/** Every check, in the order of the reasons. */
const checks: readonly GateCheck[] = [
  checkHeadcount,
  checkTreatment,
  checkFile,
  checkJointReview,
  checkNotice,
  checkOpinions,
  checkDebriefing,
  checkFindings,
  checkReports,
  checkVerified,
  checkAdmonitions,
  checkSanctions,
];

/** What the gate answers: blocked by each of the reasons, clear where there is none. */
export interface GateAnswer {
  readonly result: 'clear' | 'blocked';
  readonly reasons: readonly GateReason[];
}

/**
 * Whether the candidate of a case may be appointed as things stand on a day: nobody goes through
 * "with illness". `facts` are of this case and its candidate; later ones are passed over.
 */
export function gate(about: AppointmentCase, facts: Facts, day: Day, policy: Policy): GateAnswer {
  const reasons = checks.flatMap((check) => check({ about, facts, day, policy }));
  return { result: reasons.length === 0 ? 'clear' : 'blocked', reasons };
}

/** What an appointment was, seen from the gate: `undocumented` where everything that blocked it was only missing. */
export type Breach = 'breach' | 'undocumented' | 'none';

/**
 * Whether a case was decided `appointed` against a blocked gate. `facts` must be what was known on
 * the day of the decision; `policy` the one in force then.
 */
export function breachOf(about: AppointmentCase, facts: Facts, policy: Policy): Breach {
  if (about.decision !== 'appointed') return 'none';
  const { result, reasons } = gate(about, facts, about.decidedOn, policy);
  if (result === 'clear') return 'none';
  return reasons.every(({ missing }) => missing) ? 'undocumented' : 'breach';
}
