import type { z } from 'zod';
import { educationRegulation, ownNumber } from '../../fields/clause.js';
import { group, halfLife, points, ruled, yearly } from '../../fields/policy-number.js';

/** Every number of the source, with the defaults of the scoring rules' first version. */
export const policy = group('Education sessions', '教育培训', {
  cap: points('Most points', '最高分', 4),
  absencePoints: points('Absent without excuse', '无故缺席', 0.5),
  halfLifeDays: halfLife('Half-life', '半衰期', 365),
  followUps: group('Follow-ups', '跟进事项', {
    trainBy: ruled(
      yearly('Training of a year is due on', '当年培训截止', 12, 31),
      educationRegulation(ownNumber),
    ),
  }),
});

export type SessionPolicy = z.output<typeof policy>;
