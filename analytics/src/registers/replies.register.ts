import { choice, date, text } from '../fields/field.js';
import type { Labels } from '../fields/labels.js';
import { defineRegister } from './record-kind.js';
import { staffNo } from './shared-fields.js';

/** What a statement of the person concerned can be, with its names. */
export const replyKinds = {
  reply: { en: 'Reply', 'zh-CN': '陈述' },
  contest: { en: 'Contest', 'zh-CN': '申辩' },
} as const satisfies Record<string, Labels>;

/** What an office can answer to a contest, with its names. */
export const contestOutcomes = {
  upheld: { en: 'Upheld: the record is to be corrected', 'zh-CN': '申辩成立，记录应予更正' },
  'partly-upheld': {
    en: 'Partly upheld: a part of the record is to be corrected',
    'zh-CN': '申辩部分成立，记录部分更正',
  },
  rejected: { en: 'Rejected: the record stands', 'zh-CN': '申辩不成立，记录维持' },
} as const satisfies Record<string, Labels>;

/**
 * Replies and contests of the person concerned. They are entered one by one, never imported from a
 * file: a file could answer a contest past the rule of who may.
 */
export const replies = defineRegister({
  key: 'replies',
  labels: { en: 'Replies and contests', 'zh-CN': '陈述申辩' },
  fields: {
    ref: text('Number', '编号'),
    staff_no: staffNo,
    kind: choice('Kind', '类型', { values: replyKinds }),
    about_source: text('Kind of record', '记录类型', { optional: true }),
    about_ref: text('Record', '记录编号', { optional: true }),
    about_system: text('System of the record', '记录来源系统', { optional: true }),
    text: text('Text', '内容'),
    filed_on: date('Filed on', '提出日期'),
    answered_on: date('Answered on', '答复日期', { optional: true }),
    outcome: choice('Outcome', '处理结果', { optional: true, values: contestOutcomes }),
    answer: text('Reason of the answer', '答复理由', { optional: true }),
    correction: text('What is to be corrected', '应更正内容', { optional: true }),
  },
  identity: ['ref'],
});

export type ReplyKind = keyof typeof replyKinds;
export type ContestOutcome = keyof typeof contestOutcomes;
