import { defineSource } from '../../source.js';
import { fields } from './debriefing-score.fields.js';
import { policy } from './debriefing-score.policy.js';

export const debriefingScore = defineSource({
  key: 'debriefing-score',
  labels: { en: 'Debriefing assessment', 'zh-CN': '述职评议' },
  fields,
  identity: ['staff_no', 'year'],
  datedBy: 'held_on',
  policy,
  points: () => 0,
});
