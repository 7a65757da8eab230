import { defineSource } from '../../source.js';
import { fields } from './reminder-talk.fields.js';
import { followUps } from './reminder-talk.follow-ups.js';
import { points } from './reminder-talk.points.js';
import { policy } from './reminder-talk.policy.js';

/** Talks that remind, help or admonish, and what was to be corrected after them. See reminder-talk.md. */
export const reminderTalk = defineSource({
  key: 'reminder-talk',
  labels: { en: 'Reminder talk', 'zh-CN': '提醒谈话' },
  fields,
  identity: ['ref', 'staff_no'],
  datedBy: 'held_on',
  policy,
  points,
  closings: {
    'correct-after-talk': { fields: ['corrected_on'] },
    // The record that the talk is about has counted already.
    'hold-talk': {
      entered: ({ staffNo, ref, today }) => ({
        staff_no: staffNo,
        held_on: today,
        because_of: ref,
      }),
    },
  },
  obliges: { byRecord: ['correct-after-talk'] },
  followUps,
});
