import type { z } from 'zod';
import {
  count,
  days,
  factor,
  group,
  halfLife,
  perValue,
  points,
  rating,
  ruled,
} from '../../fields/policy-number.js';
import { channels, respondents } from './inspection-opinion.fields.js';

/** Every number of the source, with the defaults of the scoring rules' first version. */
export const policy = group('Inspection opinions', '考察意见', {
  cap: points('Most points', '最高分', 20),
  halfLifeDays: halfLife('Half-life', '半衰期', 540),
  respondentWeights: perValue('Weight by respondent', '反映人权重', respondents, factor, {
    leading_group: 1.2,
    peer: 1,
    subordinate: 1.1,
    work_object: 0.9,
    service_object: 0.9,
    unknown: 0.8,
  }),
  channelFactors: perValue('Factor by channel', '渠道系数', channels, factor, {
    interview: 1,
    ballot: 1,
    signed: 0.5,
    anonymous: 0,
    unknown: 1,
  }),
  priorWeight: factor('Weight of no opinion, added to the sum of weights', '先验权重', 5),
  substantiatedPoints: points('Points of a substantiated opinion', '查实意见分值', 3),
  coverage: group('Coverage', '覆盖要求', {
    days: days('Within the last', '近', 1095),
    records: count('At least', '至少条数', 3),
  }),
  followUps: group('Follow-ups', '跟进事项', {
    verifyDays: ruled(days('Verify a grave opinion within', '严重反映核实期限', 60)),
    verifyRating: ruled(rating('An opinion is grave at or below', '严重反映评价不高于', -2)),
  }),
});

export type OpinionPolicy = z.output<typeof policy>;
