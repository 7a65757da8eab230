import { defineSource } from '../../source.js';
import { fields } from './personal-matter-report.fields.js';
import { policy } from './personal-matter-report.policy.js';

export const personalMatterReport = defineSource({
  key: 'personal-matter-report',
  labels: { en: 'Personal-matter report', 'zh-CN': '个人有关事项报告' },
  fields,
  identity: ['staff_no', 'period', 'kind', 'topic', 'ref'],
  datedBy: 'due_on',
  policy,
  points: () => 0,
});
