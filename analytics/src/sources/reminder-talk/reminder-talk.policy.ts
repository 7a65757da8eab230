import type { z } from 'zod';
import { admonitionRules } from '../../fields/clause.js';
import { days, group, halfLife, perValue, points, ruled } from '../../fields/policy-number.js';
import { kinds } from './reminder-talk.fields.js';

/** Every number of the source, with the defaults of the scoring rules' first version. */
export const policy = group('Reminder talks', '提醒谈话', {
  cap: points('Most points', '最高分', 10),
  kindPoints: perValue('Points by kind', '谈话类型分值', kinds, points, {
    communication: 0,
    inquiry: 0,
    reminding: 2,
    helping: 0,
    post_adjustment: 0,
    admonition: 6,
  }),
  overduePoints: points('While the correction is overdue', '逾期未整改加分', 2),
  halfLifeDays: halfLife('Half-life', '半衰期', 365),
  followUps: group('Follow-ups', '跟进事项', {
    correctDays: ruled(
      days(
        'Correct after an admonition within, where no date is given',
        '诫勉后整改期限（未指定时）',
        183,
      ),
      admonitionRules({
        en: 'Six months after an admonition the organisation department looks at what was corrected; 183 days stand for them.',
        'zh-CN': '诫勉六个月后由组织人事部门了解改正情况，此处以183天计。',
      }),
    ),
  }),
});

export type TalkPolicy = z.output<typeof policy>;
