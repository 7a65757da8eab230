import type { FollowUpKind, Labels } from '@probity/analytics';

/** Where something of the demonstration data is to be found. */
export type Place =
  | { readonly staffNo: string }
  | { readonly caseNo: string }
  | { readonly followUps: FollowUpKind }
  | { readonly page: 'policy' | 'imports' | 'appointments' | 'units' | 'random-check' };

/** Something that a newcomer should find: what it is, and where. */
export interface Sight {
  readonly what: Labels;
  readonly places: readonly Place[];
}

/** The system of supervision, and what is to be found of it. */
export interface Sights {
  readonly system: Labels;
  readonly sights: readonly Sight[];
}

const sight = (en: string, zh: string, ...places: Place[]): Sight => ({
  what: { en, 'zh-CN': zh },
  places,
});

/** What to look at, by the supervision systems in their usual order. Numbers are the same whatever day the data is made on. */
export const sights: readonly Sights[] = [
  {
    system: { en: 'Education and warning conferences', 'zh-CN': '教育培训' },
    sights: [
      sight('Who missed a session and has not made up for it', '缺席且未补训的人员', {
        followUps: 'train',
      }),
    ],
  },
  {
    system: { en: 'Heart-to-heart talks', 'zh-CN': '谈心谈话' },
    sights: [
      sight('Talks that were forgotten', '逾期未开展的谈心谈话', { followUps: 'heart-to-heart' }),
    ],
  },
  {
    system: { en: 'Headcount pre-review', 'zh-CN': '职数预审' },
    sights: [
      sight('A post over the quota: blocked', '超职数，不得任用', { caseNo: 'RM-003' }),
      sight('Everything in order, and to be decided', '各项齐备，待决定', { caseNo: 'RM-001' }),
    ],
  },
  {
    system: { en: 'Inspection notice and opinions', 'zh-CN': '考察预告与听取意见' },
    sights: [
      sight('A case in which nobody has been heard yet', '尚未公示和听取意见的事项', {
        caseNo: 'RM-006',
      }),
      sight('Grave opinions that nobody has looked into', '逾期未核实的严重反映', {
        followUps: 'verify-opinion',
      }),
    ],
  },
  {
    system: { en: 'File review', 'zh-CN': '档案审核' },
    sights: [sight('Items that are not reviewed yet', '尚未审核的档案项目', { caseNo: 'RM-006' })],
  },
  {
    system: { en: 'Joint review', 'zh-CN': '联审' },
    sights: [
      sight('The petitions office objects: blocked', '信访部门不同意，不得任用', {
        caseNo: 'RM-002',
      }),
    ],
  },
  {
    system: { en: 'Debriefing assessment', 'zh-CN': '述职评议' },
    sights: [
      sight('Failed, and nothing decided', '不称职而逾期未处理', {
        followUps: 'decide-failed-debriefing',
      }),
    ],
  },
  {
    system: { en: 'Reminder conversations', 'zh-CN': '提醒谈话' },
    sights: [
      sight('Not corrected after a talk', '谈话后逾期未整改', { followUps: 'correct-after-talk' }),
    ],
  },
  {
    system: { en: 'Economic-responsibility audit', 'zh-CN': '经济责任审计' },
    sights: [
      sight('The same problem again, of one person', '同一人屡审屡犯', { staffNo: 'S00007' }),
      sight(
        'The same problem again, of the successor in the post',
        '继任者在同一职务上屡审屡犯',
        { staffNo: 'S00004' },
        { staffNo: 'S00020' },
      ),
      sight(
        'A rectification that a return visit found not to be one',
        '回访发现未整改到位，重新整改',
        {
          staffNo: 'S00033',
        },
      ),
    ],
  },
  {
    system: { en: 'Personal matters', 'zh-CN': '个人有关事项报告' },
    sights: [
      sight('Reports that are overdue', '逾期未报告', { followUps: 'submit-report' }),
      sight('Reports drawn by lot, some checked', '随机抽查：已抽签，部分已核查', {
        page: 'random-check',
      }),
    ],
  },
  {
    system: { en: 'Appointments', 'zh-CN': '选拔任用' },
    sights: [
      sight('A breach: appointed while a sanction was in effect', '带病提拔：处分影响期内任用', {
        caseNo: 'RM-004',
      }),
      sight('The board of all cases', '全部任用事项', { page: 'appointments' }),
    ],
  },
];
