import type { overTime as en } from '../../en/access/over-time.js';
import type { Translated } from '../../translated.js';

/** Numbers that are one person's, how long records are kept, and what was removed. */
export const overTime: Translated<typeof en> = {
  'frame.overTime': '记录留存',
  'overTime.merge': '两个工号是同一人？',
  'overTime.merge.what':
    '合并后，一个工号的全部记录归入另一个工号。请先查看后果；未经第二人复核，不作任何改动。',
  'overTime.merge.former': '停用的工号',
  'overTime.merge.kept': '保留的工号',
  'overTime.merge.look': '查看合并后果',
  'overTime.merge.would': '{former} 将并入 {kept}。',
  'overTime.merge.nothing': '停用的工号除名册信息外没有其他记录。',
  'overTime.merge.noClash': '无',
  'overTime.merge.clash':
    '两个工号有标识相同而内容不同的记录。请先更正或撤回有误的记录，再重新查看。',
  'overTime.merge.then': '保留的工号将按两者的全部记录计分。合并之前的日期仍显示为两人。',
  'overTime.propose': '提请合并',
  'overTime.proposed': '已提请，在“待复核”中等待第二人复核。',
  'overTime.merged': '已合并的工号',
  'overTime.merged.none': '没有合并过工号。',
  'overTime.merged.one': '{former} 于{at}并入此工号',
  'overTime.merged.split': '已于{at}重新分开',
  'overTime.split': '重新分开',
  'overTime.split.then': '提请归还合并时转移的记录；合并之后新收到的记录仍归保留的工号。',
  'overTime.past': '超过保存期限',
  'overTime.past.what':
    '规则规定各类记录保存多少年。超过期限的记录每晚连同全部版本永久删除；仍有未办结事项、申辩或案件需要的，继续保留。',
  'overTime.past.unset': '各类记录均未规定保存期限，因此不会因年限删除任何记录。保存期限在此设定：',
  'overTime.past.sentence':
    '{count, plural, =0 {今天没有超过期限的记录。} other {有 # 条记录超过期限，将在下次删除时一并删除。}}',
  'overTime.remove': '立即删除',
  'overTime.remove.sure': '确认永久删除',
  'overTime.remove.then':
    '{count, number} 条记录将连同全部版本永久删除，除此前的备份外无法恢复。需要这些记录的往日分数会注明不完整。',
  'overTime.erase': '依法删除一人的全部记录',
  'overTime.erase.what':
    '依照法律赋予的权利提出申请时使用：此人全部工号下的一切记录，包括已发布的分数和陈述申辩，都将删除。此操作不可撤销，须经第二人复核。',
  'overTime.erase.stays':
    '保留的内容：载有工号的提请、操作审计日志、已送出的文件，以及尚未清除的备份。请告知报送单位：再次报送该工号的文件会使记录重新出现。',
  'overTime.erase.staffNo': '工号',
  'overTime.erase.sure': '我已核实该申请及所涉人员。',
  'overTime.erase.propose': '提请删除',
  'overTime.removed': '已删除的记录',
  'overTime.removed.what': '删除这一事实会留存，被删除的内容不留存。',
  'overTime.removed.none': '尚未删除过记录。',
  'overTime.removed.by': '{at}，{who}',
  'overTime.removed.more': '共 {count, number} 项，显示最近 {shown, number} 项。',
  'overTime.cause.retention': '超过保存期限',
  'overTime.cause.erasure': '依法删除',
  'overTime.column.kind': '类别',
  'overTime.column.passes': '转移的记录',
  'overTime.column.clashes': '内容不一致的记录',
  'overTime.column.years': '保存年数',
  'overTime.column.before': '早于',
  'overTime.column.records': '记录数',
  'overTime.column.people': '人数',
  'overTime.column.needed': '仍需保留',
  'overTime.column.dates': '记录日期',
  'overTime.column.cause': '原因',
  'overTime.column.removed': '删除时间和人员',
};
