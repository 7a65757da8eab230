import { choice, date, text } from '../../fields/field.js';

export const fields = {
  ref: text('Reference', '编号', { optional: true, aliases: ['报告编号', '记录编号'] }),
  staff_no: text('Staff number', '工号', {
    references: 'cadre',
    aliases: ['干部编号', '人员编号', '报告人工号'],
  }),
  period: text('Period', '报告期', { column: 'year', aliases: ['报告年度', '年度', '期间'] }),
  kind: choice('Kind', '报告类型', {
    values: {
      annual: { en: 'Annual', 'zh-CN': '年度报告' },
      change: { en: 'Change', 'zh-CN': '即时报告' },
    },
    aliases: ['类型', '报告类别'],
  }),
  topic: text('Topic', '报告事项', { optional: true, aliases: ['事项', '事项类别'] }),
  due_on: date('Due on', '应报日期', { aliases: ['报告期限', '截止日期'] }),
  submitted_on: date('Submitted on', '提交日期', {
    optional: true,
    aliases: ['报告日期', '报送日期'],
  }),
  check_reason: choice('Reason of the check', '核查类型', {
    values: {
      random: { en: 'Random', 'zh-CN': '随机抽查' },
      promotion: { en: 'Promotion', 'zh-CN': '重点核查' },
    },
    optional: true,
    aliases: ['抽查类型', '核查原因', 'Check reason'],
  }),
  check_result: choice('Result of the check', '核查结果', {
    values: {
      not_checked: { en: 'Not checked', 'zh-CN': '未核查' },
      consistent: { en: 'Consistent', 'zh-CN': '一致' },
      omitted: { en: 'Omitted', 'zh-CN': '漏报' },
      concealed: { en: 'Concealed', 'zh-CN': '瞒报' },
    },
    optional: true,
    aliases: ['查核结果', '核查结论', 'Check result'],
  }),
  checked_on: date('Checked on', '核查日期', { optional: true, aliases: ['查核日期'] }),
} as const;

export type ReportFields = typeof fields;
