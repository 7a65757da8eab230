import { dateOf } from '../fields/day.js';
import { daysInWords } from '../fields/sentence.js';
import { followUpsOf } from '../follow-ups/follow-ups.js';
import { auditFinding } from '../sources/audit-finding/audit-finding.source.js';
import type { TalkCheck } from './rule-met.js';

/**
 * The first rectification that somebody let become overdue, as long as it is. Later ones are for
 * other means than a first reminder. Inherited ones count neither way.
 */
export const firstOverdue: TalkCheck = (evidence, cadre, day, policy) => {
  const [first] = followUpsOf(evidence, cadre, day, policy, [auditFinding]).filter(
    ({ kind, state, closedOn, dueOn, inherited }) =>
      kind === 'rectify-finding' &&
      !inherited &&
      (state === 'overdue' || (state === 'closed' && closedOn > dueOn)),
  );
  if (first?.state !== 'overdue') return [];
  const late = daysInWords(first.daysOverdue);
  const due = dateOf(first.dueOn);
  return [
    {
      rule: 'first-overdue-rectification',
      source: auditFinding.key,
      row: first.row,
      metOn: first.dueOn + 1,
      reason: {
        en: `The rectification was due on ${due} and is ${late.en} overdue: the first one of this person that is.`,
        'zh-CN': `整改期限为${due}，已逾期${late['zh-CN']}，系本人首次整改逾期。`,
      },
    },
  ];
};
