import type { z } from 'zod';
import { days, group, points, ruled } from '../../fields/policy-number.js';

/** Every number of the source, with the defaults of the scoring rules' first version. */
export const policy = group('Headcount pre-reviews', '职数预审', {
  cap: points('Most points', '最高分', 0),
  followUps: group('Follow-ups', '跟进事项', {
    reviewDays: ruled(days('Review a case within', '启动后预审期限', 15)),
  }),
});

export type HeadcountPolicy = z.output<typeof policy>;
