import type { z } from 'zod';
import { appointmentRegulation, assessmentRegulation, ownNumber } from '../../fields/clause.js';
import {
  count,
  days,
  factor,
  group,
  perValue,
  points,
  ruled,
  score,
  yearly,
} from '../../fields/policy-number.js';
import { grades } from './debriefing-score.fields.js';

/** Every number of the source, with the defaults of the scoring rules' first version. */
export const policy = group('Debriefing assessments', '述职评议', {
  cap: points('Most points', '最高分', 15),
  windowDays: days('Counts for', '计入期限', 1461),
  yearWeights: group('Weight of the latest years', '近年权重', {
    latest: factor('Latest year', '最近一年', 1),
    second: factor('Second latest', '次近一年', 0.6),
    third: factor('Third latest', '第三近年', 0.3),
  }),
  gradePoints: perValue('Points by grade', '等次分值', grades, points, {
    excellent: 0,
    competent: 0,
    basically_competent: 6,
    incompetent: 12,
  }),
  shortfall: group('Low scores', '低分加分', {
    below: score('Below a score of', '低于', 70),
    points: points('Points for each mark below', '每低一分', 0.1),
  }),
  coverage: group('Coverage', '覆盖要求', {
    days: days('Within the last', '近', 730),
  }),
  followUps: group('Follow-ups', '跟进事项', {
    decideDays: ruled(
      days('Decide on a failed debriefing within', '不称职处理期限', 30),
      assessmentRegulation(ownNumber),
    ),
    basicallyCompetentYears: count(
      'Years of basically competent in a row that need a decision, too (0: none)',
      '连续基本称职须作出处理的年数（0为不要求）',
      0,
    ),
    holdBy: ruled(
      yearly('The debriefing of a year is due the next year on', '次年述职截止', 3, 31),
    ),
    probation: group('Review of a promotion', '提拔试用期考核', {
      dueDays: ruled(
        days('Due after the decision', '决定后期限', 365),
        appointmentRegulation({
          en: 'It sets a probation of one year for some leading posts.',
          'zh-CN': '该条例对部分领导职务规定任职试用期一年。',
        }),
      ),
      earliestDays: days(
        'By a debriefing held later than so many days after the decision',
        '所依据述职须晚于决定后天数',
        335,
      ),
    }),
    minServiceDays: ruled(days('Asked of those in service for', '任职满', 183)),
  }),
});

export type DebriefingPolicy = z.output<typeof policy>;
