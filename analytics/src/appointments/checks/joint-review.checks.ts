import type { Day } from '../../fields/day.js';
import type { Labels } from '../../fields/labels.js';
import { fields } from '../../sources/joint-review-reply/joint-review-reply.fields.js';
import { latest, type ReplyFact } from '../facts/facts.js';
import { against, type GateCheck, type GateReason, lacking } from '../reason.js';

/** What a department is called; as the records call it where it has no other name. */
export const departmentLabel = (department: string): Labels =>
  (fields.department.known as Readonly<Record<string, Labels>>)[department] ?? {
    en: department,
    'zh-CN': department,
  };

/** Required departments without a reply, then objections and deferrals of any department, by the latest request of each. */
export const checkJointReview: GateCheck = ({ about, facts, day, policy }) => {
  const asked = facts.replies.filter(({ requestedOn }) => requestedOn <= day);
  const required = policy.appointments.requiredDepartments;
  const others = asked.map(({ department }) => department);
  return [...new Set([...required, ...others])].flatMap((department): GateReason[] => {
    const reply = latest(
      asked.filter((one) => one.department === department),
      ({ requestedOn }) => requestedOn,
    );
    if (reply && hasReplied(reply, day)) return speaksAgainst(reply);
    if (!required.includes(department)) return [];
    return [withoutReply(reply?.ref ?? about.caseNo, department, reply !== undefined)];
  });
};

/** A reply is there from its day on, and only if it says something. */
const hasReplied = ({ repliedOn, opinion }: ReplyFact, day: Day) =>
  repliedOn <= day && opinion !== null;

function withoutReply(ref: string, department: string, asked: boolean): GateReason {
  const label = departmentLabel(department);
  return lacking(
    'joint-review',
    ref,
    asked
      ? { en: `${label.en} has not replied`, 'zh-CN': `${label['zh-CN']}部门尚未答复` }
      : { en: `${label.en} has not been asked`, 'zh-CN': `尚未征求${label['zh-CN']}部门意见` },
    { en: 'a reply without objection', 'zh-CN': '答复无不同意见' },
    department,
  );
}

function speaksAgainst({ ref, department, opinion }: ReplyFact): GateReason[] {
  const label = departmentLabel(department);
  const clearedBy = { en: 'a later reply without objection', 'zh-CN': '更正答复为无不同意见' };
  if (opinion === 'objection') {
    const message = { en: `${label.en} objects`, 'zh-CN': `${label['zh-CN']}部门不同意` };
    return [against('joint-review', ref, message, clearedBy, department)];
  }
  if (opinion === 'defer') {
    const message = { en: `${label.en} asks to defer`, 'zh-CN': `${label['zh-CN']}部门建议暂缓` };
    return [against('joint-review', ref, message, clearedBy, department)];
  }
  return [];
}
