import { z } from 'zod';
import { fileRegulation } from '../../fields/clause.js';
import { days, group, halfLife, points, ruled } from '../../fields/policy-number.js';
import { items } from './file-review.fields.js';

const every = Object.keys(items) as (keyof typeof items)[];

/** Every number of the source, with the defaults of the scoring rules' first version. */
export const policy = group('File reviews', '档案审核', {
  cap: points('Most points', '最高分', 4),
  doubtPoints: points('A doubt that is not resolved', '疑点未解决', 1.5),
  unqualifiedPoints: points('Unqualified', '不符合', 4),
  halfLifeDays: halfLife('Half-life', '半衰期', 365),
  requiredItems: ruled(
    z
      .array(z.enum(every))
      .default(every.filter((item) => item !== 'other'))
      .meta({ labels: { en: 'Items that every review has', 'zh-CN': '必审项目' } }),
    fileRegulation(),
  ),
  followUps: group('Follow-ups', '跟进事项', {
    reviewDays: ruled(days('Review the file of a case within', '启动后审档期限', 30)),
  }),
});

export type FilePolicy = z.output<typeof policy>;
