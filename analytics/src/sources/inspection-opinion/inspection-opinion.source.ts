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
      const { given_on: givenOn } = rows;
      let missing = coverage.records;
      for (let row = from; row < to && missing > 0; row++) {
        if (givenOn[row] <= day && givenOn[row] > day - coverage.days) missing--;
      }
      return missing <= 0;
    },
  },
  closings: {
    'verify-opinion': { fields: ['verified_on', 'verification'] },
  },
  obliges: { byRecord: ['verify-opinion'] },
  followUps,
});
