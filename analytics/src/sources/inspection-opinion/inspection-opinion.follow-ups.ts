import { codeOf, type Rows } from '../../fields/field.js';
import type { Obligations } from '../../source.js';
import { fields, type OpinionFields } from './inspection-opinion.fields.js';
import type { OpinionPolicy } from './inspection-opinion.policy.js';

const BALLOT = codeOf(fields.channel, 'ballot');

/** The office verifies a grave opinion, unless it is one of many on a ballot, which nobody can trace. */
export function followUps(
  rows: Rows<OpinionFields>,
  from: number,
  to: number,
  { day, policy, dueAfter, emit }: Obligations<OpinionPolicy>,
): void {
  const { verifyDays, verifyRating } = policy.followUps;
  for (let row = from; row < to; row++) {
    if (rows.given_on[row] > day || rows.rating[row] > verifyRating) continue;
    if (rows.channel[row] === BALLOT) continue;
    emit({
      kind: 'verify-opinion',
      owedBy: 'office',
      row,
      dueOn: dueAfter('verify-opinion', rows.given_on[row], verifyDays),
      closedOn: rows.verified_on[row],
    });
  }
}
