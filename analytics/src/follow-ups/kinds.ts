import type { Labels } from '../fields/labels.js';

/** Who owes an obligation: the cadre, the unit or an office. */
export type Holder = 'cadre' | 'unit' | 'office';

/** The kinds of follow-up, with their names. */
export const followUpKinds = {
  'rectify-finding': { en: 'Rectify an audit finding', 'zh-CN': '审计问题整改' },
  'return-visit': { en: 'Return visit after rectification', 'zh-CN': '整改回访' },
  're-rectify-finding': { en: 'Rectify again after a failed visit', 'zh-CN': '回访未通过再整改' },
  'submit-report': { en: 'Report personal matters', 'zh-CN': '报告个人有关事项' },
  'verify-opinion': { en: 'Verify a grave opinion', 'zh-CN': '核实严重反映' },
  'decide-failed-debriefing': {
    en: 'Decide on a failed debriefing',
    'zh-CN': '述职评议不称职处理',
  },
  'correct-after-talk': { en: 'Correct after a reminder talk', 'zh-CN': '提醒谈话后整改' },
  'headcount-review': { en: 'Headcount pre-review', 'zh-CN': '职数预审' },
  'file-review': { en: 'File review', 'zh-CN': '档案审核' },
  'inspection-notice': { en: 'Inspection notice', 'zh-CN': '考察预告' },
  'joint-review': { en: 'Joint review reply', 'zh-CN': '联审答复' },
  'probation-review': { en: 'Probation review', 'zh-CN': '试用期考核' },
  'hold-debriefing': { en: 'Hold the annual debriefing', 'zh-CN': '组织年度述职评议' },
  'heart-to-heart': { en: 'Hold a heart-to-heart talk', 'zh-CN': '开展谈心谈话' },
  train: { en: 'Attend training', 'zh-CN': '参加教育培训' },
  'hold-audit': { en: 'Hold an economic-responsibility audit', 'zh-CN': '开展经济责任审计' },
  'check-report': {
    en: 'Check a report of personal matters',
    'zh-CN': '核查个人有关事项报告',
  },
  'hold-talk': { en: 'Hold an agreed talk', 'zh-CN': '开展已同意的谈话' },
  'answer-contest': { en: 'Answer a contest', 'zh-CN': '答复申辩' },
} as const satisfies Record<string, Labels>;

export type FollowUpKind = keyof typeof followUpKinds;
