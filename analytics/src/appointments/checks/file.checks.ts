import type { Labels } from '../../fields/labels.js';
import type { Policy } from '../../policy/schema.js';
import { fields, items } from '../../sources/file-review/file-review.fields.js';
import type { FilePolicy } from '../../sources/file-review/file-review.policy.js';
import { fileReview } from '../../sources/file-review/file-review.source.js';
import { type FileFact, latest } from '../facts/facts.js';
import { against, type GateCheck, type GateReason, lacking } from '../reason.js';

const labelOf = (item: string): Labels =>
  (items as Readonly<Record<string, Labels>>)[item] ?? { en: item, 'zh-CN': item };

/** The items that every file review has. */
export const requiredItems = (policy: Policy): readonly string[] =>
  (policy.sources[fileReview.key] as FilePolicy).requiredItems;

/** Item by item, by the latest review of each: in doubt and not resolved, unqualified, or not reviewed. */
export const checkFile: GateCheck = ({ about, facts, day, policy }) => {
  const needed = requiredItems(policy);
  const known = facts.fileReviews.filter(({ reviewedOn }) => reviewedOn <= day);
  return Object.keys(fields.item.values).flatMap((item): GateReason[] => {
    const review = latest(
      known.filter((one) => one.item === item),
      ({ reviewedOn }) => reviewedOn,
    );
    if (review) return speaksAgainst(review, day);
    const required = needed.includes(item);
    return required ? [notReviewed(about.caseNo, item)] : [];
  });
};

function notReviewed(caseNo: string, item: string): GateReason {
  const label = labelOf(item);
  return lacking(
    'file',
    caseNo,
    { en: `${label.en} has not been reviewed`, 'zh-CN': `${label['zh-CN']}尚未审核` },
    { en: 'a review of this item', 'zh-CN': '完成该项审核' },
    item,
  );
}

function speaksAgainst({ ref, item, result, resolvedOn }: FileFact, day: number): GateReason[] {
  const label = labelOf(item);
  if (result === 'unqualified') {
    const message = { en: `${label.en} is unqualified`, 'zh-CN': `${label['zh-CN']}不符合条件` };
    const clearedBy = { en: 'a new review that finds it clear', 'zh-CN': '重新审核无问题' };
    return [against('file', ref, message, clearedBy, item)];
  }
  if (result === 'doubt' && resolvedOn > day) {
    const message = {
      en: `${label.en} is in doubt, and the doubt is not resolved`,
      'zh-CN': `${label['zh-CN']}存疑，尚未解决`,
    };
    return [against('file', ref, message, { en: 'its resolution', 'zh-CN': '疑点解决' }, item)];
  }
  return [];
}
