import type { z } from 'zod';
import { group, halfLife, points } from '../../fields/policy-number.js';

/** Every number of the source, with the defaults of the scoring rules' first version. */
export const policy = group('Joint review replies', '联审答复', {
  cap: points('Most points', '最高分', 2),
  objectionPoints: points('An objection', '不同意', 1.5),
  halfLifeDays: halfLife('Half-life', '半衰期', 365),
});

export type ReplyPolicy = z.output<typeof policy>;
