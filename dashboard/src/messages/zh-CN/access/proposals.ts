import type { proposals as en } from '../../en/access/proposals.js';
import type { Translated } from '../../translated.js';

/** 待第二人复核的事项。 */
export const proposals: Translated<typeof en> = {
  'frame.proposals': '待复核',
  'proposals.sentence': '有 {count, number} 项待第二人复核。',
  'proposals.none': '没有待第二人复核的事项。',
  'proposals.none.text':
    '有人起草规则、提出合并工号、拆分或依法删除时会列在这里。待处理区的放行在导入页确认。',
  'proposals.quarantine': '前往待处理区',
  'proposals.toPolicy': '前往规则',
  'proposals.purpose.merge': '把 {staffNo} 并入 {other}',
  'proposals.purpose.split': '把 {staffNo} 与 {other} 重新分开',
  'proposals.purpose.erasure': '删除有关 {staffNo} 的一切',
  'proposals.purpose.policy': '规则草案（以第 {version} 版为基础）',
  'proposals.policy.whole': '影响按全体人员统计，仅供管辖范围为全部单位的复核人查看。',
  'proposals.others': '由复核人决定。',
  'proposals.by': '{who}于{at}提出。',
  'proposals.own': '由您提出，须由他人决定。',
  'proposals.approve': '确认',
  'proposals.decline': '不同意',
  'proposals.takeBack': '撤回提请',
  'proposals.reason': '理由（留存备查）',
  'proposals.then.merge': '此后两个工号为同一人，分数由两者的记录合成。',
  'proposals.then.split': '此后两个工号重新为两个人。',
  'proposals.then.erasure': '有关此人的一切连同所有版本永久删除，不能恢复。',
  'proposals.then.policy': '此后计分和跟进事项按这些数值进行。如需恢复，须另行起草。',
  'proposals.then.decline': '什么也不改变，提请连同此理由留存备查。',
};
