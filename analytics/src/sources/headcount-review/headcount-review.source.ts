import { NO_DAY } from '../../fields/day.js';
import { defineSource } from '../../source.js';
import { fields } from './headcount-review.fields.js';
import { policy } from './headcount-review.policy.js';

/** Whether there is a post to be filled, asked of every appointment case. See headcount-review.md. */
export const headcountReview = defineSource({
  key: 'headcount-review',
  labels: { en: 'Headcount pre-review', 'zh-CN': '职数预审' },
  fields,
  identity: ['case_no'],
  datedBy: 'reviewed_on',
  policy,
  points(rows, from, to, { day }, lines) {
    for (let row = from; lines && row < to; row++) {
      if (rows.reviewed_on[row] > day) continue;
      const reason = {
        en: 'Headcount reviewed; reviews count 0',
        'zh-CN': '已作职数预审，不计分',
      };
      lines.add(row, 0, reason);
    }
    return 0;
  },
  closings: {
    'headcount-review': { entered: ({ ref, today }) => ({ case_no: ref, reviewed_on: today }) },
  },
  obliges: { byCase: ['headcount-review'] },
  followUps(rows, from, to, { policy: { followUps }, person, refOf, dueAfter, emit }) {
    for (const { caseNo, openedOn } of person.cases) {
      let closedOn = NO_DAY;
      for (let row = from; row < to; row++) {
        if (refOf(row) === caseNo) closedOn = Math.min(closedOn, rows.reviewed_on[row]);
      }
      const dueOn = dueAfter('headcount-review', openedOn, followUps.reviewDays);
      emit({
        kind: 'headcount-review',
        owedBy: 'office',
        row: -1,
        period: caseNo,
        dueOn,
        closedOn,
      });
    }
  },
});
