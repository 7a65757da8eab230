import { defineSource } from '../../source.js';
import { fields } from './audit-finding.fields.js';
import { followUps } from './audit-finding.follow-ups.js';
import { points } from './audit-finding.points.js';
import { policy } from './audit-finding.policy.js';

/** What economic-responsibility audits found, and how it was put right. See audit-finding.md. */
export const auditFinding = defineSource({
  key: 'audit-finding',
  labels: { en: 'Audit finding', 'zh-CN': '审计问题' },
  fields,
  identity: ['ref', 'staff_no'],
  datedBy: 'found_on',
  policy,
  points,
  breaksTies: true,
  coverage: {
    labels: { en: 'A recent audit of a head', 'zh-CN': '近期主要负责人审计' },
    asks: 'heads',
    present(rows, from, to, { day, policy: { coverage } }) {
      for (let row = from; row < to; row++) {
        if (rows.found_on[row] <= day && rows.found_on[row] > day - coverage.days) return true;
      }
      return false;
    },
  },
  closings: {
    'rectify-finding': { fields: ['rectified_on'] },
    'return-visit': { fields: ['return_visited_on', 'return_visit_result'] },
    're-rectify-finding': { fields: ['re_rectified_on'] },
    'hold-audit': { entered: ({ staffNo, today }) => ({ staff_no: staffNo, found_on: today }) },
  },
  obliges: {
    byRecord: ['rectify-finding', 'return-visit', 're-rectify-finding'],
    withoutRecord: ['hold-audit'],
  },
  followUps,
});
