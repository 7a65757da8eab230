import type { Labels } from '../fields/labels.js';

/** The rules by which a talk is proposed, with what each is called. */
export const talkRules = {
  'first-overdue-rectification': {
    en: 'First overdue rectification',
    'zh-CN': '首次整改逾期',
  },
  'omitted-matter': { en: 'A personal matter omitted', 'zh-CN': '个人有关事项漏报' },
  'concealed-matter': { en: 'A personal matter concealed', 'zh-CN': '个人有关事项瞒报' },
  'basically-competent': { en: 'Debriefing basically competent', 'zh-CN': '述职评议基本称职' },
  incompetent: { en: 'Debriefing incompetent', 'zh-CN': '述职评议不称职' },
} as const satisfies Record<string, Labels>;

export type TalkRule = keyof typeof talkRules;
