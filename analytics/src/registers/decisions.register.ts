import { date, text } from '../fields/field.js';
import { defineRegister } from './record-kind.js';
import { staffNo } from './shared-fields.js';

const ref = text('Reference', '编号', { aliases: ['文号', '记录编号', 'reference number'] });
const kind = text('Kind', '类型', { aliases: ['种类', '处分种类', '处理方式'] });
const decidedOn = date('Decided on', '决定日期', { aliases: ['决定时间', '处分日期'] });

/** Sanctions, which stand in the way of an appointment until they expire. */
export const sanctions = defineRegister({
  key: 'sanctions',
  labels: { en: 'Sanctions', 'zh-CN': '处分' },
  fields: {
    ref,
    staff_no: staffNo,
    kind,
    decided_on: decidedOn,
    effect_until: date('In effect until', '影响期至', { aliases: ['影响期截止', '影响期满日期'] }),
  },
  identity: ['ref', 'staff_no'],
});

/** Confirmed outcomes: policy is tested against them, and no score ever reads them. */
export const outcomes = defineRegister({
  key: 'outcomes',
  labels: { en: 'Confirmed outcomes', 'zh-CN': '查实结果' },
  fields: {
    staff_no: staffNo,
    ref,
    kind,
    filed_on: date('Filed on', '立案日期', { optional: true, aliases: ['立案时间', '受理日期'] }),
    decided_on: decidedOn,
    severity: text('Severity', '严重程度', { optional: true, aliases: ['程度', '情节'] }),
  },
  identity: ['staff_no', 'ref'],
});
