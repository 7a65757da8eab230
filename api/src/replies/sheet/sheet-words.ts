import type { Labels, RoughCount } from '@probity/analytics';

/** What the sheet says about itself, in both languages. */
export const notice: Labels = {
  en: 'This score orders whom the office looks at first. It is a priority for review, not a finding, and decides nothing.',
  'zh-CN': '本分数仅用于确定核查的先后顺序，属于核查优先级，不是认定结论，不作为任何处理决定。',
};

/** Why opinions stand as one line, and what that does to the total; `step` is in points. */
export const rounding = (step: number): Labels => ({
  en: `Opinions are told as one sum, rounded to multiples of ${step}, so that nobody who gave one can be made out. The total is the sum of the lines as they stand here.`,
  'zh-CN': `为保护意见提供人，考察意见仅列一行合计，并按 ${step} 分取整。总分为本表所列各项之和。`,
});

/** How, and within how many days an answer comes. */
export const howToReply = (answerDays: number): Labels => ({
  en: `You may reply: your words then stand beside the score. You may contest a record: the score is marked as contested at once, and somebody else than who entered the record answers within ${answerDays} days. Write through the link that the office gives you, or hand your text to the office.`,
  'zh-CN': `您可以作出陈述，内容将与分数一并展示；也可以对某项记录提出申辩，分数即时标注“有异议”，并由记录录入人以外的人员在 ${answerDays} 天内答复。请通过办公室提供的本人查阅链接提交，或将书面材料交办公室。`,
});

const adjustments: Readonly<Record<string, Labels>> = {
  cap: { en: 'Cap of the source', 'zh-CN': '来源上限' },
  floor: { en: 'Not below 0', 'zh-CN': '不低于0分' },
};

/** What an adjustment is called; its kind where it has no name. */
export const adjustmentLabel = (kind: string): Labels =>
  adjustments[kind] ?? { en: kind, 'zh-CN': kind };

/** "under 5", "5 to 19", "20 or more". */
export function countInWords({ from, below }: RoughCount): Labels {
  if (from === 0) return { en: `under ${below}`, 'zh-CN': `少于${below}条` };
  if (below === undefined) return { en: `${from} or more`, 'zh-CN': `${from}条及以上` };
  return { en: `${from} to ${below - 1}`, 'zh-CN': `${from}至${below - 1}条` };
}
