import { codeOf } from '../../fields/field.js';
import { defineSource } from '../../source.js';
import { fields } from './personal-matter-report.fields.js';
import { followUps } from './personal-matter-report.follow-ups.js';
import { points } from './personal-matter-report.points.js';
import { policy } from './personal-matter-report.policy.js';

const ANNUAL = codeOf(fields.kind, 'annual');

/** Reports of personal matters, annual and on change, and what checks of them found. See personal-matter-report.md. */
export const personalMatterReport = defineSource({
  key: 'personal-matter-report',
  labels: { en: 'Personal-matter report', 'zh-CN': '个人有关事项报告' },
  fields,
  identity: ['staff_no', 'period', 'kind', 'topic', 'ref'],
  datedBy: 'due_on',
  policy,
  points,
  coverage: {
    labels: {
      en: 'A recent annual report of personal matters',
      'zh-CN': '近期年度个人有关事项报告',
    },
    asks: 'everyone',
    present(rows, from, to, { day, policy: { coverage } }) {
      for (let row = from; row < to; row++) {
        if (rows.kind[row] !== ANNUAL) continue;
        if (rows.due_on[row] <= day && rows.due_on[row] > day - coverage.days) return true;
      }
      return false;
    },
  },
  closings: {
    'check-report': { fields: ['checked_on', 'check_result'], also: ['check_reason'] },
    'submit-report': {
      fields: ['submitted_on'],
      entered: ({ staffNo, ref, dueOn, today }) => ({
        staff_no: staffNo,
        period: ref,
        kind: 'annual',
        due_on: dueOn,
        submitted_on: today,
      }),
    },
  },
  obliges: { byRecord: ['submit-report'], withoutRecord: ['submit-report'] },
  followUps,
});
