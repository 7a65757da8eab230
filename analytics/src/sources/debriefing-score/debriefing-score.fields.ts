import { choice, date, decimal, integer, text } from '../../fields/field.js';

export const grades = {
  excellent: { en: 'Excellent', 'zh-CN': '优秀' },
  competent: { en: 'Competent', 'zh-CN': '称职' },
  basically_competent: { en: 'Basically competent', 'zh-CN': '基本称职' },
  incompetent: { en: 'Incompetent', 'zh-CN': '不称职' },
} as const;

const mark = { min: 0, max: 100, decimals: 1 } as const;

export const fields = {
  staff_no: text('Staff number', '工号', {
    references: 'cadre',
    aliases: ['干部编号', '人员编号', '述职人工号'],
  }),
  year: integer('Year', '年度', {
    min: 1900,
    max: 9999,
    aliases: ['述职年度', '考核年度', '评议年度'],
  }),
  held_on: date('Held on', '评议日期', { aliases: ['述职日期', '测评日期', '日期'] }),
  score: decimal('Score', '得分', {
    ...mark,
    aliases: ['评议得分', '测评得分', '总分', '综合得分'],
  }),
  grade: choice('Grade', '等次', {
    values: grades,
    aliases: ['评议等次', '考核等次', '评议结果'],
  }),
  internal_score: decimal('Score from within the unit', '内部得分', {
    ...mark,
    optional: true,
    aliases: ['单位内部得分', '内部测评得分', 'Internal score'],
  }),
  public_score: decimal('Score from all walks of life', '社会得分', {
    ...mark,
    optional: true,
    aliases: ['社会各界得分', '群众测评得分', 'Public score'],
  }),
  vote_count: integer('Number of votes', '有效票数', {
    min: 0,
    optional: true,
    aliases: ['票数', '测评票数', 'Votes'],
  }),
  decision: choice('Decision', '处理决定', {
    values: {
      retained: { en: 'Retained', 'zh-CN': '留任' },
      moved: { en: 'Moved', 'zh-CN': '调整' },
      dismissed: { en: 'Dismissed', 'zh-CN': '免职' },
    },
    optional: true,
    aliases: ['处理结果', '组织处理'],
  }),
  decided_on: date('Decided on', '决定日期', { optional: true, aliases: ['处理日期'] }),
} as const;

export type DebriefingFields = typeof fields;
