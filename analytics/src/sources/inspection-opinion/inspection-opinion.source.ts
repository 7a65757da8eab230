import { defineSource } from '../../source.js';
import { fields } from './inspection-opinion.fields.js';
import { followUps } from './inspection-opinion.follow-ups.js';
import { points } from './inspection-opinion.points.js';
import { policy } from './inspection-opinion.policy.js';

/** What leading group, peers, subordinates, work and service objects say about a cadre. See inspection-opinion.md. */
export const inspectionOpinion = defineSource({
  key: 'inspection-opinion',
  labels: { en: 'Inspection opinion', 'zh-CN': '考察意见' },
  fields,
  identity: ['ref', 'staff_no'],
  datedBy: 'given_on',
  policy,
  points,
  confidential: true,
  coverage: {
    labels: { en: 'Enough recent inspection opinions', 'zh-CN': '近期考察意见数量充足' },
    asks: 'everyone',
    present(rows, from, to, { day, policy: { coverage } }) {
      let count = 0;
      for (let row = from; row < to; row++) {
        const givenOn = rows.given_on[row];
        if (givenOn <= day && givenOn > day - coverage.days) count++;
      }
      return count >= coverage.records;
    },
  },
  followUps,
});
