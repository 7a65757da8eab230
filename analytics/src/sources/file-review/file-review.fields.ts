import { choice, date, text } from '../../fields/field.js';

export const items = {
  age: { en: 'Age', 'zh-CN': '年龄' },
  work_start: { en: 'Start of work', 'zh-CN': '参加工作时间' },
  party_entry: { en: 'Party entry', 'zh-CN': '入党时间' },
  education: { en: 'Education', 'zh-CN': '学历学位' },
  experience: { en: 'Experience', 'zh-CN': '工作经历' },
  identity: { en: 'Cadre status', 'zh-CN': '干部身份' },
  other: { en: 'Other', 'zh-CN': '其他' },
} as const;

export const fields = {
  case_no: text('Case number', '事项编号', {
    references: 'appointment-case',
    aliases: ['案号', '任用编号', '任用事项编号'],
  }),
  item: choice('Item', '审核项目', { values: items, aliases: ['项目', '档案项目', '审核内容'] }),
  result: choice('Result', '审核结果', {
    values: {
      clear: { en: 'Clear', 'zh-CN': '无问题' },
      doubt: { en: 'In doubt', 'zh-CN': '存疑' },
      unqualified: { en: 'Unqualified', 'zh-CN': '不符合' },
    },
    aliases: ['结果', '审核结论'],
  }),
  reviewed_on: date('Reviewed on', '审核日期', { aliases: ['审档日期', '审核时间'] }),
  resolved_on: date('Resolved on', '疑点解决日期', { optional: true, aliases: ['解决日期'] }),
} as const;

export type FileFields = typeof fields;
