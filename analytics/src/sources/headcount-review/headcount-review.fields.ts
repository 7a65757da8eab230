import { boolean, date, integer, text } from '../../fields/field.js';

export const fields = {
  case_no: text('Case number', '事项编号', {
    references: 'appointment-case',
    aliases: ['案号', '任用编号', '任用事项编号'],
  }),
  reviewed_on: date('Reviewed on', '审核日期', { aliases: ['预审日期', '审核时间'] }),
  established_posts: integer('Established posts', '核定职数', { min: 0, aliases: ['编制职数'] }),
  filled_posts: integer('Filled posts', '实有人数', { min: 0, aliases: ['现有职数', '已配职数'] }),
  leaving_posts: integer('Posts falling vacant', '拟空出职数', {
    min: 0,
    optional: true,
    fallback: '0',
    aliases: ['拟免人数', '空出职数'],
  }),
  planned_posts: integer('Posts to be filled', '拟任职数', {
    min: 0,
    optional: true,
    fallback: '1',
    aliases: ['拟配职数', '拟任人数'],
  }),
  improper_treatment: boolean('Treatment above the post', '违规提高待遇', {
    aliases: ['是否违规提高待遇', '超规格待遇'],
  }),
} as const;

export type HeadcountFields = typeof fields;
