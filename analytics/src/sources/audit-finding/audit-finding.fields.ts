import { amount, choice, date, integer, text } from '../../fields/field.js';

export const fields = {
  ref: text('Reference', '编号', { aliases: ['问题编号', '审计问题编号', '记录编号'] }),
  staff_no: text('Staff number', '工号', {
    references: 'cadre',
    aliases: ['干部编号', '人员编号', '被审计人工号'],
  }),
  audit_no: text('Audit number', '审计编号', {
    column: 'group',
    aliases: ['审计项目编号', '审计报告编号', '项目编号'],
  }),
  phase: choice('Phase', '审计阶段', {
    values: {
      in_term: { en: 'In term', 'zh-CN': '任中审计' },
      end_of_term: { en: 'End of term', 'zh-CN': '离任审计' },
    },
    aliases: ['审计类型', '任中离任'],
  }),
  responsibility: choice('Responsibility', '责任类型', {
    values: {
      direct: { en: 'Direct', 'zh-CN': '直接责任' },
      leadership: { en: 'Leadership', 'zh-CN': '领导责任' },
      none: { en: 'None', 'zh-CN': '无责任' },
    },
    optional: true,
    aliases: ['责任界定', '责任'],
  }),
  found_on: date('Found on', '发现日期', { aliases: ['审计日期', '认定日期', '日期'] }),
  severity: integer('Severity (0 to 4)', '严重程度（0至4）', {
    min: 0,
    max: 4,
    aliases: ['严重程度', '问题等级', '级别', 'Severity'],
  }),
  category: text('Category', '问题类别', { optional: true, aliases: ['类别', '问题分类'] }),
  amount: amount('Amount (CNY)', '金额（元）', {
    min: 0,
    decimals: 2,
    optional: true,
    aliases: ['金额', '涉及金额', '问题金额', 'Amount'],
  }),
  rectify_by: date('Rectify by', '整改期限', { optional: true, aliases: ['整改截止日期'] }),
  rectified_on: date('Rectified on', '整改完成日期', { optional: true, aliases: ['整改日期'] }),
  return_visit_by: date('Return visit by', '回访期限', {
    optional: true,
    aliases: ['回访截止日期'],
  }),
  return_visited_on: date('Return visit on', '回访日期', { optional: true }),
  return_visit_result: choice('Result of the return visit', '回访结果', {
    values: {
      verified: { en: 'Verified', 'zh-CN': '已整改到位' },
      not_rectified: { en: 'Not rectified', 'zh-CN': '未整改到位' },
    },
    optional: true,
    aliases: ['回访结论', 'Return visit result'],
  }),
  re_rectified_on: date('Rectified again on', '再整改完成日期', {
    optional: true,
    aliases: ['再次整改日期'],
  }),
  re_verified_on: date('Verified again on', '再次核实日期', {
    optional: true,
    aliases: ['复核日期'],
  }),
} as const;

export type AuditFields = typeof fields;
