import { choice, date, text } from '../../fields/field.js';

export const kinds = {
  communication: { en: 'Communication', 'zh-CN': '沟通交流' },
  inquiry: { en: 'Inquiry by letter', 'zh-CN': '函询' },
  reminding: { en: 'Reminding', 'zh-CN': '提醒谈话' },
  helping: { en: 'Helping', 'zh-CN': '帮助教育' },
  post_adjustment: { en: 'Post adjustment', 'zh-CN': '岗位调整谈话' },
  admonition: { en: 'Criticism and admonition', 'zh-CN': '批评诫勉' },
} as const;

export const fields = {
  ref: text('Reference', '编号', { aliases: ['谈话编号', '记录编号'] }),
  staff_no: text('Staff number', '工号', {
    references: 'cadre',
    aliases: ['干部编号', '人员编号', '谈话对象工号'],
  }),
  kind: choice('Kind', '谈话类型', { values: kinds, aliases: ['类型', '谈话种类'] }),
  held_on: date('Held on', '谈话日期', { aliases: ['日期', '谈话时间'] }),
  because_of: text('Because of (record)', '起因记录', {
    optional: true,
    column: 'given',
    aliases: ['关联记录', '起因编号', 'Because of'],
  }),
  problem: text('Problem', '存在问题', {
    optional: true,
    long: true,
    aliases: ['问题', '问题内容'],
  }),
  correct_by: date('Correct by', '整改期限', { optional: true, aliases: ['整改截止日期'] }),
  corrected_on: date('Corrected on', '整改完成日期', { optional: true, aliases: ['整改日期'] }),
} as const;

export type TalkFields = typeof fields;
