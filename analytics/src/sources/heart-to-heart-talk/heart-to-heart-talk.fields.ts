import { date, text } from '../../fields/field.js';

export const fields = {
  ref: text('Reference', '编号', { aliases: ['谈话编号', '记录编号'] }),
  staff_no: text('Staff number', '工号', {
    references: 'cadre',
    aliases: ['干部编号', '人员编号', '谈话对象工号'],
  }),
  held_on: date('Held on', '谈话日期', { aliases: ['日期', '谈心日期', '谈话时间'] }),
  held_by: text('Held by', '谈话人', { optional: true, aliases: ['主谈人', '谈话领导'] }),
} as const;

export type HeartToHeartFields = typeof fields;
