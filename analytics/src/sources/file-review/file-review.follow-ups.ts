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
  { policy, person, refOf, dueAfter, emit }: Obligations<FilePolicy>,
): void {
  for (const { caseNo, openedOn } of person.cases) {
    const firstOn = new Map<number, Day>();
    for (let row = from; row < to; row++) {
      if (refOf(row) !== caseNo) continue;
      const item = rows.item[row];
      firstOn.set(item, Math.min(firstOn.get(item) ?? NO_DAY, rows.reviewed_on[row]));
    }
    const reviewedOn = policy.requiredItems.map(
      (item) => firstOn.get(codeOf(fields.item, item)) ?? NO_DAY,
    );
    emit({
      kind: 'file-review',
      owedBy: 'office',
      row: -1,
      period: caseNo,
      dueOn: dueAfter('file-review', openedOn, policy.followUps.reviewDays),
      // Where no item is asked for, there is nothing to wait for.
      closedOn: reviewedOn.length > 0 ? Math.max(...reviewedOn) : openedOn,
    });
  }
}
