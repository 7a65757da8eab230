import { z } from 'zod';
import { days, group, ruled } from '../fields/policy-number.js';
import { kinds } from '../sources/reminder-talk/reminder-talk.fields.js';
import { type TalkRule, talkRules } from './talk-rules.js';

/** The kinds of talk, as reminder talks have them. */
export type TalkKind = keyof typeof kinds;

/** Which talks are proposed, and until when an agreed one is to be held. */
export interface TalksPolicy {
  /** The kind of talk that each rule proposes; `none`: the rule proposes nothing. */
  readonly rules: Readonly<Record<TalkRule, TalkKind | 'none'>>;
  /** What happened longer ago proposes nothing any more. */
  readonly withinDays: number;
  /** An agreed talk is to be held within so many days, where no day was set. */
  readonly holdDays: number;
}

const offered = ['none', ...(Object.keys(kinds) as TalkKind[])] as const;

/** The defaults: a slip is reminded of, a weakness helped with, a failure leads to another post, concealment is admonished. */
const presets: Readonly<Record<TalkRule, TalkKind>> = {
  'first-overdue-rectification': 'reminding',
  'omitted-matter': 'reminding',
  'concealed-matter': 'admonition',
  'basically-competent': 'helping',
  incompetent: 'post_adjustment',
};

function kindOfTalk(rule: TalkRule) {
  return z
    .enum(offered)
    .default(presets[rule])
    .meta({ labels: talkRules[rule], choiceOf: 'reminder-talk.kind' });
}

const shape = Object.fromEntries(
  (Object.keys(talkRules) as TalkRule[]).map((rule) => [rule, kindOfTalk(rule)]),
) as Record<TalkRule, ReturnType<typeof kindOfTalk>>;

/** The schema of these rules, with their defaults. */
export const talksPolicy = group('Proposed talks', '建议谈话', {
  rules: group(
    'Kind of talk by rule (none: proposes nothing)',
    '各规则建议的谈话类型（none 为不建议）',
    shape,
  ),
  withinDays: days('Proposes for what happened within the last', '仅就近期情形建议', 365),
  holdDays: ruled(days('An agreed talk is held within', '同意后谈话期限', 30)),
});
