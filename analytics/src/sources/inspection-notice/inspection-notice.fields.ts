import { choice, date, integer, text } from '../../fields/field.js';

export const fields = {
  case_no: text('Case number', '事项编号', {
    references: 'appointment-case',
    aliases: ['案号', '任用编号', '任用事项编号'],
  }),
  kind: choice('Kind', '公示类型', {
    optional: true,
    values: {
      inspection: { en: 'Inspection notice', 'zh-CN': '考察预告' },
      pre_appointment: { en: 'Notice before the appointment', 'zh-CN': '任前公示' },
    },
    aliases: ['类型', '预告类型'],
  }),
  posted_on: date('Posted on', '公布日期', { aliases: ['预告日期', '公示开始日期', '开始日期'] }),
  ends_on: date('Ends on', '截止日期', { aliases: ['公示结束日期', '结束日期'] }),
  objection_count: integer('Objections', '反映数量', {
    min: 0,
    aliases: ['异议数', '反映件数', 'Number of objections'],
  }),
  objections_settled_on: date('Objections settled on', '反映办结日期', {
    optional: true,
    aliases: ['异议处理日期', '办结日期'],
  }),
} as const;

export type NoticeFields = typeof fields;
