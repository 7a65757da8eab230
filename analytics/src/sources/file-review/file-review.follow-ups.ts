import { type Day, NO_DAY } from '../../fields/day.js';
import { codeOf, type Rows } from '../../fields/field.js';
import type { Obligations } from '../../source.js';
import { type FileFields, fields } from './file-review.fields.js';
import type { FilePolicy } from './file-review.policy.js';

/** `file-review`: every case asks for a review of the file, closed once each required item has been looked at. */
export function followUps(
  rows: Rows<FileFields>,
  from: number,
  to: number,
  { policy, person, refOf, emit }: Obligations<FilePolicy>,
): void {
  for (const { caseNo, openedOn } of person.cases) {
    const firstOn = new Map<number, Day>();
    for (let row = from; row < to; row++) {
      if (refOf(row) !== caseNo) continue;
      const item = rows.item[row];
      firstOn.set(item, Math.min(firstOn.get(item) ?? NO_DAY, rows.reviewed_on[row]));
    }
    const required = policy.requiredItems.map((item) => codeOf(fields.item, item));
    emit({
      kind: 'file-review',
      owedBy: 'office',
      row: -1,
      period: caseNo,
      dueOn: openedOn + policy.followUps.reviewDays,
      closedOn: Math.max(openedOn, ...required.map((item) => firstOn.get(item) ?? NO_DAY)),
    });
  }
}
