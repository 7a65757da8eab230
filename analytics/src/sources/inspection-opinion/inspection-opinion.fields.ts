import { choice, date, integer, text } from '../../fields/field.js';

export const respondents = {
  leading_group: { en: 'Leading group', 'zh-CN': '班子成员' },
  peer: { en: 'Peer', 'zh-CN': '同级' },
  subordinate: { en: 'Subordinate', 'zh-CN': '下级' },
  work_object: { en: 'Work object', 'zh-CN': '工作对象' },
  service_object: { en: 'Service object', 'zh-CN': '服务对象' },
  unknown: { en: 'Unknown', 'zh-CN': '不详' },
} as const;

export const channels = {
  interview: { en: 'Interview', 'zh-CN': '个别谈话' },
  ballot: { en: 'Ballot', 'zh-CN': '民主测评票' },
  signed: { en: 'Signed letter', 'zh-CN': '署名来信' },
  anonymous: { en: 'Anonymous letter', 'zh-CN': '匿名来信' },
  unknown: { en: 'Unknown', 'zh-CN': '不详' },
} as const;

/** Ballots beyond this are a slip of the keyboard; below it, sums of weights stay exact. */
const MOST_BALLOTS = 10_000_000;

export const fields = {
  ref: text('Reference', '编号', { aliases: ['意见编号', '反映编号', '记录编号'] }),
  staff_no: text('Staff number', '工号', {
    references: 'cadre',
    aliases: ['干部编号', '人员编号', '被考察人工号'],
  }),
  given_on: date('Given on', '提出日期', { aliases: ['反映日期', '意见日期', '日期'] }),
  respondent: choice('Respondent', '反映人类别', {
    values: respondents,
    aliases: ['评价主体', '意见来源', '测评人类别'],
  }),
  circle: choice('Circle', '圈层', {
    values: {
      work: { en: 'Work', 'zh-CN': '工作圈' },
      life: { en: 'Life', 'zh-CN': '生活圈' },
      social: { en: 'Social', 'zh-CN': '社交圈' },
      unknown: { en: 'Unknown', 'zh-CN': '不详' },
    },
    aliases: ['所属圈层', '生活工作社交圈'],
  }),
  rating: integer('Rating (-2 to 2)', '评价（-2至2）', {
    min: -2,
    max: 2,
    aliases: ['评价', '评分', '评价等次', 'Rating'],
  }),
  channel: choice('Channel', '渠道', {
    values: channels,
    optional: true,
    aliases: ['反映方式', '意见渠道', '方式'],
  }),
  ballot_count: integer('Number of ballots', '票数', {
    min: 1,
    max: MOST_BALLOTS,
    optional: true,
    aliases: ['测评票数', 'Ballots'],
  }),
  text: text('Text', '意见内容', {
    optional: true,
    long: true,
    aliases: ['反映内容', '内容', '具体意见'],
  }),
  case_no: text('Appointment case', '任用事项编号', {
    references: 'appointment-case',
    optional: true,
    aliases: ['考察编号', '任免事项编号', 'Case number'],
  }),
  verified_on: date('Verified on', '核实日期', { optional: true, aliases: ['查核日期'] }),
  verification: choice('Verification', '核实结果', {
    values: {
      substantiated: { en: 'Substantiated', 'zh-CN': '属实' },
      unsubstantiated: { en: 'Unsubstantiated', 'zh-CN': '不实' },
      inconclusive: { en: 'Inconclusive', 'zh-CN': '无法认定' },
    },
    optional: true,
    aliases: ['查核结果', '核查结论'],
  }),
} as const;

export type OpinionFields = typeof fields;
