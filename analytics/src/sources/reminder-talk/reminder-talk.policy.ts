import type { z } from 'zod';
import { days, group, halfLife, perValue, points } from '../../fields/policy-number.js';
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
    correctDays: days(
      'Correct after an admonition within, where no date is given',
      '诫勉后整改期限（未指定时）',
      183,
    ),
  }),
});

export type TalkPolicy = z.output<typeof policy>;
