import type { unit as en } from '../en/unit.js';
import type { Translated } from '../translated.js';

/** 单位页。 */
export const unit: Translated<typeof en> = {
  'unit.closed': '该单位已于{date}撤销，此处所列为尚未转出的人员。',
  'unit.missing': '没有您可查阅的单位 {code}。',
  'unit.missing.text':
    '代码可能输错。管辖范围以外的单位不予显示，提示与此相同。也可以按名称搜索单位。',
  'unit.missing.all': '可查阅的全部单位',
  'unit.moved': '数字按今天的隶属关系统计。{date}时有 {count, number} 个单位隶属不同：{codes}。',
  'units.title': '单位',
  'units.sentence': '您的管辖范围内共 {count, number} 个单位。各单位数字包括其下属单位。',
  'units.filter': '单位名称或代码',
  'units.column.unit': '单位',
  'units.column.people': '人数',
  'units.column.raised': '高或较高',
  'units.column.share': '占比',
  'units.column.mean': '平均分（分）',
  'units.column.overdue': '逾期',
  'units.sort': '按此列排列：从大到小、从小到大、恢复层级次序',
  'units.none': '还没有单位。',
  'unit.people': '在排序中看其干部',
  'unit.followUps': '看其跟进事项',
  'unit.print': '打印本页',
  'unit.parent': '隶属{name}',
  'unit.sentence.bands.better':
    '{total, number} 人中有 {count, number} 人（{share}）属高或较高等级，占比低于一年前（{before}）。',
  'unit.sentence.bands.worse':
    '{total, number} 人中有 {count, number} 人（{share}）属高或较高等级，占比高于一年前（{before}）。',
  'unit.sentence.bands.same':
    '{total, number} 人中有 {count, number} 人（{share}）属高或较高等级，占比与一年前相同。',
  'unit.sentence.bands.now': '{total, number} 人中有 {count, number} 人（{share}）属高或较高等级。',
  'unit.sentence.bands.hidden':
    '约 {total, number} 人。其中多少人属高或较高等级不予显示，因为人数很少。',
  'unit.sentence.hidden': '此处不足 8 人，或其人数会透露更小的群体，故不予显示。',
  'unit.sentence.mean.hidden': '该日或此规模的群体不显示平均分。',
  'unit.sentence.overdue.atLeast':
    '至少约 {count, number} 项事项逾期，最多的是：{kind}（约 {most, number} 项）。',
  'unit.sentence.overdue.hidden': '有少量事项逾期，其中有：{kind}。',
  'unit.rounded':
    '不足 8 人的群体不予显示（*），可推知其人数的数字也不显示；人数取整到 5，平均分取整。',
  'unit.trend.sentence.mean': '每月末平均分（分）：{from} {before}，现在 {now}。',
  'unit.children.sentence.table': '因部分群体人数很少，各部分的高或较高等级占比不予显示。',
  'unit.trend.hidden': '高或较高等级人数占比不予显示，因为人数很少。',
  'unit.children.sentence.rounded':
    '高或较高等级人数占比（按取整后的人数计算），以及大致仅由偶然造成的范围（95%）。范围跨过竖线的，与{name}的差别可能只是偶然。',
  'unit.sentence.where':
    '各部分中{name}占比最高（{share}）；全体平均 {mean} 分{change, select, none {} other {，与一年前相比 {change}}}。',
  'unit.sentence.mean': '平均 {mean} 分{change, select, none {} other {，与一年前相比 {change}}}。',
  'unit.sentence.overdue': '{count, number} 项逾期，最多的是{kind}（{most, number} 项）。',
  'unit.sentence.overdue.none': '没有逾期事项。',
  'unit.sentence.empty': '该日无人在职。',
  'unit.bands': '现在与一年前的等级',
  'unit.bands.sentence': '各等级人数占比；数字为人数。',
  'unit.bands.now': '现在',
  'unit.bands.before': '一年前',
  'unit.trend': '趋势',
  'unit.trend.sentence': '每月末高或较高等级人数占比：{from} {before}，现在 {now}。',
  'unit.trend.month': '截至',
  'unit.trend.share': '占比',
  'unit.trend.mean': '平均分（分）',
  'unit.children': '各部分比较',
  'unit.children.sentence':
    '高或较高等级人数占比，以及仅由偶然造成的范围（95%）。范围跨过竖线的，与{name}的差别可能只是偶然。',
  'unit.children.whole': '{name} {share}',
  'unit.children.column': '部分',
  'unit.children.range': '范围（95%）',
  'unit.overdue': '各类逾期',
  'unit.overdue.kind': '事项',
  'unit.overdue.count': '逾期',
  'unit.overdue.none': '没有逾期事项。',
  'unit.completion': '今年完成情况',
  'unit.completion.system': '监督系统',
  'unit.completion.others': '其他事项',
  'unit.completion.kind': '事项',
  'unit.completion.due': '应办',
  'unit.completion.closed': '已办',
  'unit.completion.share': '占比',
  'unit.completion.none': '今年没有应办事项。',
};
