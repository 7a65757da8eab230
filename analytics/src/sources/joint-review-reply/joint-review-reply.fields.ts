import { choice, date, text } from '../../fields/field.js';

/** The departments that are usually asked; policy may name others. */
const departments = {
  discipline_inspection: { en: 'Discipline inspection', 'zh-CN': '纪检监察' },
  family_planning: { en: 'Family planning', 'zh-CN': '计划生育' },
  petitions: { en: 'Petitions', 'zh-CN': '信访' },
  audit: { en: 'Audit', 'zh-CN': '审计' },
  organisation: { en: 'Organisation', 'zh-CN': '组织' },
  public_security: { en: 'Public security', 'zh-CN': '公安' },
} as const;

export const fields = {
  case_no: text('Case number', '事项编号', {
    references: 'appointment-case',
    aliases: ['案号', '任用编号', '任用事项编号'],
  }),
  department: text('Department', '联审部门', {
    known: departments,
    aliases: ['部门', '征求意见部门', '回复部门'],
  }),
  requested_on: date('Requested on', '征求日期', { aliases: ['发函日期', '征求意见日期'] }),
  due_on: date('Due on', '答复期限', { aliases: ['回复期限', '截止日期'] }),
  replied_on: date('Replied on', '答复日期', { optional: true, aliases: ['回复日期', '复函日期'] }),
  opinion: choice('Opinion', '联审意见', {
    values: {
      no_objection: { en: 'No objection', 'zh-CN': '无不同意见' },
      objection: { en: 'Objection', 'zh-CN': '不同意' },
      defer: { en: 'Defer', 'zh-CN': '暂缓' },
    },
    optional: true,
    aliases: ['意见', '答复意见', '回复意见'],
  }),
  reason: text('Reason', '理由', { optional: true, long: true, aliases: ['原因', '情况说明'] }),
} as const;

export type ReplyFields = typeof fields;
