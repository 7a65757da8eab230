import type { z } from 'zod';
import { days, group, points, ruled } from '../../fields/policy-number.js';

/** Every number of the source, with the defaults of the scoring rules' first version. */
export const policy = group('Inspection notices', '考察预告', {
  cap: points('Most points', '最高分', 0),
  followUps: group('Follow-ups', '跟进事项', {
    postDays: ruled(days('Post the notice of a case within', '启动后预告期限', 30)),
  }),
});

export type NoticePolicy = z.output<typeof policy>;
