import type { Field } from '../../fields/field.js';
import type { Labels } from '../../fields/labels.js';
import { daysInWords, workingDaysInWords } from '../../fields/sentence.js';
import { type DayCount, WorkingDays } from '../../fields/working-days.js';
import { fields } from '../../sources/inspection-opinion/inspection-opinion.fields.js';
import { against, type GateCheck, type GateReason, lacking } from '../reason.js';

/** A notice is there, was public for long enough so far, and what was said against the candidate is settled. */
export const checkNotice: GateCheck = ({ about, facts, day, policy }) => {
  const posted = facts.notices.filter(({ postedOn }) => postedOn <= day);
  if (posted.length === 0) {
    const message = { en: 'No notice has been posted', 'zh-CN': '尚未公示' };
    const clearedBy = { en: 'a notice', 'zh-CN': '发布公示' };
    return [lacking('notice', about.caseNo, message, clearedBy)];
  }
  const { noticeDays, noticeCountIn } = policy.appointments;
  const working = noticeCountIn === 'workingDays' ? new WorkingDays(facts.calendar) : undefined;
  return posted.flatMap(({ ref, postedOn, endsOn, objectionCount, objectionsSettledOn }) => {
    const reasons: GateReason[] = [];
    const until = Math.min(day, endsOn);
    const publicDays = working ? working.between(postedOn, until) : until - postedOn;
    if (publicDays < noticeDays)
      reasons.push(tooShort(ref, Math.max(0, publicDays), noticeDays, noticeCountIn));
    if (objectionCount > 0 && objectionsSettledOn > day) {
      reasons.push(
        against(
          'notice',
          ref,
          {
            en: `${objectionCount} ${objectionCount === 1 ? 'objection is' : 'objections are'} not settled`,
            'zh-CN': `公示期反映${objectionCount}件，尚未办结`,
          },
          { en: 'their settlement', 'zh-CN': '反映办结' },
        ),
      );
    }
    return reasons;
  });
};

function tooShort(
  ref: string,
  publicDays: number,
  noticeDays: number,
  countIn: DayCount,
): GateReason {
  const inWorkingDays = countIn === 'workingDays';
  const soFar = inWorkingDays ? workingDaysInWords(publicDays) : daysInWords(publicDays);
  const days = inWorkingDays ? '个工作日' : '天';
  return against(
    'notice',
    ref,
    {
      en: `The notice has been public for ${soFar.en}, of at least ${noticeDays}`,
      'zh-CN': `公示${soFar['zh-CN']}，不足${noticeDays}${days}`,
    },
    {
      en: `${noticeDays} public ${inWorkingDays ? 'working days' : 'days'}`,
      'zh-CN': `公示满${noticeDays}${days}`,
    },
  );
}

/** Each group of respondents, and each circle, has given an opinion for the case. */
export const checkOpinions: GateCheck = ({ about, facts, day, policy }) => {
  const given = facts.opinions.filter(({ givenOn }) => givenOn <= day);
  const { respondents, circles } = policy.appointments;
  const silent = respondents.filter((group) => !given.some((one) => one.respondent === group));
  const unseen = circles.filter((circle) => !given.some((one) => one.circle === circle));
  return [
    ...silent.map((group) => notHeard(about.caseNo, group, labelOf(fields.respondent, group))),
    ...unseen.map((circle) => notHeard(about.caseNo, circle, circleLabel(circle))),
  ];
};

function labelOf(field: Field, value: string): Labels {
  return field.values?.[value] ?? { en: value, 'zh-CN': value };
}

function circleLabel(circle: string): Labels {
  const label = labelOf(fields.circle, circle);
  return { en: `${label.en} circle`, 'zh-CN': label['zh-CN'] };
}

function notHeard(caseNo: string, about: string, label: Labels): GateReason {
  return lacking(
    'opinions',
    caseNo,
    { en: `${label.en}: no opinion for this case`, 'zh-CN': `${label['zh-CN']}：尚无意见` },
    { en: 'an opinion for this case', 'zh-CN': '听取该方面意见' },
    about,
  );
}
