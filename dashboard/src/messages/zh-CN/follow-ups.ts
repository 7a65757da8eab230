import type { followUps as en } from '../en/follow-ups.js';
import type { Translated } from '../translated.js';

/** 待办事项。 */
export const followUps: Translated<typeof en> = {
  'due.late': '逾期 {count, number} 天',
  'due.left': '{count, plural, =0 {今天到期} other {还有 # 天}}',
  'due.closed': '{date}办结',
  'followUps.title': '待办事项',
  'followUps.sentence':
    '{overdue, plural, =0 {没有逾期事项} other {# 项逾期}}，{dueSoon, number} 项即将到期，其余 {open, number} 项在办。',
  'followUps.weeks': '{count, plural, =0 {今后八周没有到期事项。} other {今后八周有 # 项到期。}}',
  'followUps.week': '周起始日',
  'followUps.count': '到期',
  'followUps.none': '没有逾期事项。',
  'followUps.none.next': '下一项于{date}到期。',
  'followUps.none.nothing': '也没有在办事项。',
  'followUps.filter.state': '状态',
  'followUps.filter.kind': '事项',
  'followUps.filter.kind.any': '全部事项',
  'followUps.filter.owedBy': '责任方',
  'followUps.filter.owedBy.any': '任何责任方',
  'followUps.filter.q': '姓名或编号',
  'followUps.state.overdue': '逾期',
  'followUps.state.due-soon': '即将到期',
  'followUps.state.open': '在办',
  'followUps.state.closed': '已办结',
  'followUps.owedBy.cadre': '本人',
  'followUps.owedBy.unit': '单位',
  'followUps.owedBy.office': '职能部门',
  'followUps.group': '{name}：{count, number} 项{state}',
  'followUps.group.sum':
    '逾期 {overdue, number} · 即将到期 {dueSoon, number} · 在办 {open, number}',
  'followUps.column.person': '干部',
  'followUps.column.unit': '单位',
  'followUps.column.due': '期限',
  'followUps.column.late': '逾期或剩余',
  'followUps.column.owedBy': '责任方',
  'followUps.column.record': '记录',
  'followUps.inherited': '历史遗留：起算日之前',
  'followUps.more': '再显示 {count, number} 项',
  'followUps.download': '下载 CSV',
};
