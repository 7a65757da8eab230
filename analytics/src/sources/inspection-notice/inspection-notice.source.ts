import { NO_DAY } from '../../fields/day.js';
import { defineSource } from '../../source.js';
import { fields } from './inspection-notice.fields.js';
import { policy } from './inspection-notice.policy.js';

/** Notices that tell the public of a candidate and ask what it knows. See inspection-notice.md. */
export const inspectionNotice = defineSource({
  key: 'inspection-notice',
  labels: { en: 'Inspection notice', 'zh-CN': '考察预告' },
  fields,
  identity: ['case_no', 'kind'],
  datedBy: 'posted_on',
  policy,
  points(rows, from, to, { day }, lines) {
    for (let row = from; lines && row < to; row++) {
      if (rows.posted_on[row] > day) continue;
      lines.add(row, 0, { en: 'A notice was posted; notices count 0', 'zh-CN': '已公示，不计分' });
    }
    return 0;
  },
  closings: {
    'inspection-notice': { entered: ({ ref, today }) => ({ case_no: ref, posted_on: today }) },
  },
  obliges: { byCase: ['inspection-notice'] },
  followUps(rows, from, to, { policy: { followUps }, person, refOf, dueAfter, emit }) {
    for (const { caseNo, openedOn } of person.cases) {
      let closedOn = NO_DAY;
      for (let row = from; row < to; row++) {
        if (refOf(row) === caseNo) closedOn = Math.min(closedOn, rows.posted_on[row]);
      }
      const dueOn = dueAfter('inspection-notice', openedOn, followUps.postDays);
      emit({
        kind: 'inspection-notice',
        owedBy: 'office',
        row: -1,
        period: caseNo,
        dueOn,
        closedOn,
      });
    }
  },
});
