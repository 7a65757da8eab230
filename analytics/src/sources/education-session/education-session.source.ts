import { defineSource } from '../../source.js';
import { fields } from './education-session.fields.js';
import { followUps } from './education-session.follow-ups.js';
import { points } from './education-session.points.js';
import { policy } from './education-session.policy.js';

/** Education in party spirit and clean government, and who came to it. See education-session.md. */
export const educationSession = defineSource({
  key: 'education-session',
  labels: { en: 'Education session', 'zh-CN': '教育培训' },
  fields,
  identity: ['ref', 'staff_no'],
  datedBy: 'held_on',
  policy,
  points,
  closings: {
    train: {
      // Its period is the kind of session and the year.
      entered: ({ staffNo, ref, today }) => ({
        staff_no: staffNo,
        kind: ref.split('/')[0] ?? '',
        held_on: today,
        attended: 'true',
      }),
    },
  },
  obliges: { withoutRecord: ['train'] },
  followUps,
});
