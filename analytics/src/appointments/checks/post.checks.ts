import { latest } from '../facts/facts.js';
import { against, type GateCheck, lacking } from '../reason.js';

/** Whether there is a post to be filled, by the latest review. */
export const checkHeadcount: GateCheck = ({ about, facts, day }) => {
  const review = latest(
    facts.headcountReviews.filter(({ reviewedOn }) => reviewedOn <= day),
    ({ reviewedOn }) => reviewedOn,
  );
  if (!review) {
    return [
      lacking(
        'headcount',
        about.caseNo,
        { en: 'The headcount has not been reviewed', 'zh-CN': '尚未作职数预审' },
        { en: 'a headcount pre-review', 'zh-CN': '完成职数预审' },
      ),
    ];
  }
  const { filledPosts, leavingPosts, plannedPosts, establishedPosts } = review;
  const needed = filledPosts - leavingPosts + plannedPosts;
  if (needed <= establishedPosts) return [];
  const sum = `${filledPosts} − ${leavingPosts} + ${plannedPosts} = ${needed}`;
  return [
    against(
      'headcount',
      review.ref,
      {
        en: `Over quota: ${sum} posts (filled, less those falling vacant, with those planned) where ${establishedPosts} are established`,
        'zh-CN': `超职数：实有减空出加拟任${sum}，核定${establishedPosts}`,
      },
      {
        en: 'a review that finds the post within the quota',
        'zh-CN': '重新预审，职数在核定范围内',
      },
    ),
  ];
};

/** Whether somebody would be treated above the post, by the latest review. */
export const checkTreatment: GateCheck = ({ facts, day }) => {
  const review = latest(
    facts.headcountReviews.filter(({ reviewedOn }) => reviewedOn <= day),
    ({ reviewedOn }) => reviewedOn,
  );
  if (!review?.improperTreatment) return [];
  return [
    against(
      'improper-treatment',
      review.ref,
      { en: 'Treatment above the post was found', 'zh-CN': '预审发现违规提高待遇' },
      { en: 'a review that finds none', 'zh-CN': '纠正后重新预审' },
    ),
  ];
};
