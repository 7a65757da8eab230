import { choice, date, text } from '../../fields/field.js';

export const kinds = {
  party_spirit: { en: 'Party spirit', 'zh-CN': '党性教育' },
  clean_government: { en: 'Clean government', 'zh-CN': '廉政教育' },
  warning: { en: 'Warning conference', 'zh-CN': '警示教育' },
} as const;

export const fields = {
  ref: text('Reference', '编号', { aliases: ['培训编号', '场次编号', '记录编号'] }),
  staff_no: text('Staff number', '工号', {
    references: 'cadre',
    aliases: ['干部编号', '人员编号', '参训人工号'],
  }),
  kind: choice('Kind', '教育类型', { values: kinds, aliases: ['类型', '培训类型', '教育类别'] }),
  held_on: date('Held on', '举办日期', { aliases: ['日期', '培训日期', '教育日期'] }),
  attended: choice('Attended', '参加情况', {
    values: {
      true: { en: 'Attended', 'zh-CN': '参加' },
      false: { en: 'Absent', 'zh-CN': '缺席' },
      excused: { en: 'Excused', 'zh-CN': '请假' },
    },
    aliases: ['是否参加', '出勤情况', '出席'],
  }),
} as const;

export type SessionFields = typeof fields;
