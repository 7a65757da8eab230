import { defineSource } from '../../source.js';
import { fields } from './file-review.fields.js';
import { followUps } from './file-review.follow-ups.js';
import { points } from './file-review.points.js';
import { policy } from './file-review.policy.js';

/** What a look into a candidate's file brought up, item by item. See file-review.md. */
export const fileReview = defineSource({
  key: 'file-review',
  labels: { en: 'File review', 'zh-CN': '档案审核' },
  fields,
  identity: ['case_no', 'item'],
  datedBy: 'reviewed_on',
  policy,
  points,
  closings: {
    'file-review': { entered: ({ ref, today }) => ({ case_no: ref, reviewed_on: today }) },
  },
  obliges: { byCase: ['file-review'] },
  followUps,
});
