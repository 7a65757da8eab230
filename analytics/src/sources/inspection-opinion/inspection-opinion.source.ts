import { defineSource } from '../../source.js';
import { fields } from './inspection-opinion.fields.js';
import { policy } from './inspection-opinion.policy.js';

export const inspectionOpinion = defineSource({
  key: 'inspection-opinion',
  labels: { en: 'Inspection opinion', 'zh-CN': '考察意见' },
  fields,
  identity: ['ref', 'staff_no'],
  datedBy: 'given_on',
  policy,
  points: () => 0,
});
