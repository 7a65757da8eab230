import { boolean, choice, date, text } from '../fields/field.js';
import { defineRegister } from './record-kind.js';
import { post, rank, staffNo, unitCode } from './shared-fields.js';

const postCode = text('Post code', '职务代码', { optional: true, aliases: ['岗位代码'] });

/** Who held which post where; `to_on` is the first day after it. */
export const postings = defineRegister({
  key: 'postings',
  labels: { en: 'Postings', 'zh-CN': '任职经历' },
  fields: {
    staff_no: staffNo,
    unit_code: unitCode,
    post: text('Post', '职务', { optional: true, ...post }),
    post_code: postCode,
    rank: text('Rank', '职级', { optional: true, ...rank }),
    head: boolean('Heads the unit', '是否主要负责人', {
      optional: true,
      aliases: ['主要负责人', '一把手', 'is head'],
    }),
    from_on: date('From', '开始日期', { aliases: ['任职开始', '起始日期', '起始时间', 'start'] }),
    to_on: date('To (exclusive)', '结束日期', {
      optional: true,
      aliases: ['任职结束', '终止日期', '截止日期', 'to', 'end'],
    }),
  },
  identity: ['staff_no', 'unit_code', 'from_on', 'post'],
});

/** An appointment on its way: who is to get which post. */
export const appointmentCase = defineRegister({
  key: 'appointment-case',
  labels: { en: 'Appointment cases', 'zh-CN': '选拔任用事项' },
  fields: {
    case_no: text('Case number', '事项编号', { aliases: ['案号', '任用编号', 'case no'] }),
    list_no: text('Nomination list', '名单编号', { optional: true, aliases: ['批次', '批次号'] }),
    kind: choice('Kind', '类型', {
      optional: true,
      aliases: ['任用类型'],
      values: {
        promotion: { en: 'Promotion', 'zh-CN': '提拔' },
        transfer: { en: 'Transfer', 'zh-CN': '平级调动' },
      },
    }),
    staff_no: staffNo,
    unit_code: { ...unitCode, labels: { en: 'Unit of the post', 'zh-CN': '拟任单位代码' } },
    post: text('Post', '拟任职务', post),
    post_code: postCode,
    rank: text('Rank', '拟任职级', rank),
    opened_on: date('Opened on', '启动日期', { aliases: ['动议日期', '启动时间'] }),
    decided_on: date('Decided on', '决定日期', { optional: true, aliases: ['决定时间'] }),
    decision: choice('Decision', '决定', {
      optional: true,
      aliases: ['决定结果', '任用决定'],
      values: {
        appointed: { en: 'Appointed', 'zh-CN': '任用' },
        withdrawn: { en: 'Withdrawn', 'zh-CN': '撤回' },
        rejected: { en: 'Rejected', 'zh-CN': '不予任用' },
      },
    }),
  },
  identity: ['case_no'],
});
