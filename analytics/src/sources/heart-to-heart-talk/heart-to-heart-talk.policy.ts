import type { z } from 'zod';
import { days, group, points, ruled } from '../../fields/policy-number.js';

/** Every number of the source, with the defaults of the scoring rules' first version. */
export const policy = group('Heart-to-heart talks', '谈心谈话', {
  cap: points('Most points', '最高分', 0),
  followUps: group('Follow-ups', '跟进事项', {
    everyDays: ruled(days('Longest time without a talk', '谈心谈话间隔', 183)),
  }),
});

export type HeartToHeartPolicy = z.output<typeof policy>;
