import { defineSource } from '../../source.js';
import { fields } from './audit-finding.fields.js';
import { policy } from './audit-finding.policy.js';

export const auditFinding = defineSource({
  key: 'audit-finding',
  labels: { en: 'Audit finding', 'zh-CN': '经济责任审计' },
  fields,
  identity: ['ref', 'staff_no'],
  datedBy: 'found_on',
  policy,
  points: () => 0,
});
