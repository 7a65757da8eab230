import { defineSource } from '../../source.js';
import { fields } from './debriefing-score.fields.js';
import { followUps } from './debriefing-score.follow-ups.js';
import { points } from './debriefing-score.points.js';
import { policy } from './debriefing-score.policy.js';

/** The yearly public debriefing and its result. See debriefing-score.md. */
export const debriefingScore = defineSource({
  key: 'debriefing-score',
  labels: { en: 'Debriefing assessment', 'zh-CN': '述职评议' },
  fields,
  identity: ['staff_no', 'year'],
  datedBy: 'held_on',
  policy,
  points,
  coverage: {
    labels: { en: 'A recent debriefing assessment', 'zh-CN': '近期述职评议' },
    asks: 'everyone',
    present(rows, from, to, { day, policy: { coverage } }) {
      for (let row = from; row < to; row++) {
        if (rows.held_on[row] <= day && rows.held_on[row] > day - coverage.days) return true;
      }
      return false;
    },
  },
  closings: {
    'decide-failed-debriefing': { fields: ['decided_on', 'decision'] },
    'hold-debriefing': {
      entered: ({ staffNo, ref, today }) => ({ staff_no: staffNo, year: ref, held_on: today }),
    },
    'probation-review': {
      entered: ({ staffNo, today }) => ({
        staff_no: staffNo,
        year: today.slice(0, 4),
        held_on: today,
      }),
    },
  },
  obliges: {
    byRecord: ['decide-failed-debriefing'],
    byCase: ['probation-review'],
    withoutRecord: ['hold-debriefing'],
  },
  followUps,
});
