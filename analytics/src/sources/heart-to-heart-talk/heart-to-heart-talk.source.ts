import { defineSource } from '../../source.js';
import { fields } from './heart-to-heart-talk.fields.js';
import { followUps } from './heart-to-heart-talk.follow-ups.js';
import { policy } from './heart-to-heart-talk.policy.js';

/** Talks that leaders hold with their people twice a year. They ask for nothing but the next one. See heart-to-heart-talk.md. */
export const heartToHeartTalk = defineSource({
  key: 'heart-to-heart-talk',
  labels: { en: 'Heart-to-heart talk', 'zh-CN': '谈心谈话' },
  fields,
  identity: ['ref', 'staff_no'],
  datedBy: 'held_on',
  policy,
  points(rows, from, to, { day }, lines) {
    for (let row = from; lines && row < to; row++) {
      if (rows.held_on[row] > day) continue;
      lines.add(row, 0, {
        en: 'A talk was held; talks count 0',
        'zh-CN': '已开展谈心谈话，不计分',
      });
    }
    return 0;
  },
  closings: {
    'heart-to-heart': { entered: ({ staffNo, today }) => ({ staff_no: staffNo, held_on: today }) },
  },
  obliges: { withoutRecord: ['heart-to-heart'] },
  followUps,
});
