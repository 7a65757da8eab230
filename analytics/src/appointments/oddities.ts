import type { AppointmentCase } from '../evidence/cases.js';
import { type Day, dateOf, NO_DAY } from '../fields/day.js';
import type { Labels } from '../fields/labels.js';
import type { Policy } from '../policy/schema.js';
import { departmentLabel } from './checks/joint-review.checks.js';
import type { Facts } from './facts/facts.js';

/** Something about a case that the gate takes as it stands, though it is likely a mistake. */
export interface Oddity {
  /** Stable, for programs (kebab-case); the same as in the report of an import. */
  readonly code: string;
  /** The kind of the record it is about, and which one. */
  readonly source: string;
  readonly ref: string;
  readonly message: Labels;
}

/** A case with what the gate doesn't ask. Empty days are NO_DAY. */
export interface LookedAt {
  readonly about: AppointmentCase;
  readonly facts: Facts;
  /** The first day on which the candidate is no longer in service. */
  readonly leftOn: Day;
  /** Other open cases for the same post, by number. */
  readonly others: readonly string[];
  readonly day: Day;
  readonly policy: Policy;
}

/** What is likely wrong in a case as of a day: its own dates first, then its records by kind. */
export function odditiesOf(looked: LookedAt): Oddity[] {
  return [...ofCase(looked), ...beforeOpening(looked), ...ofReplies(looked), ...ofNotices(looked)];
}

const date = (day: Day) => dateOf(day) ?? '';

function ofCase({ about, leftOn, others, day }: LookedAt): Oddity[] {
  const { caseNo, openedOn, decidedOn, decision } = about;
  const found: Oddity[] = [];
  const tell = (code: string, en: string, zh: string) =>
    found.push({ code, source: 'appointment-case', ref: caseNo, message: { en, 'zh-CN': zh } });
  const until = decidedOn === NO_DAY ? day : decision === 'appointed' ? decidedOn : openedOn;
  if (leftOn <= until) {
    tell(
      'cadre-left',
      `The candidate left on ${date(leftOn)}. Close the case, or correct the day in the register.`,
      `人选已于${date(leftOn)}离任。请办结该事项，或更正登记的离任日期。`,
    );
  }
  if (decidedOn !== NO_DAY && decidedOn < openedOn) {
    tell(
      'dates-out-of-order',
      `The decision of ${date(decidedOn)} lies before the opening of the case on ${date(openedOn)}.`,
      `决定日期${date(decidedOn)}早于启动日期${date(openedOn)}。`,
    );
  }
  if (decision !== null && decidedOn === NO_DAY) {
    tell(
      'decision-without-day',
      'A decision is recorded without its day, so the case counts as open. Add the day.',
      '决定缺少日期，该事项仍视为未决定。请补充日期。',
    );
  }
  if (decision === null && decidedOn !== NO_DAY) {
    tell(
      'day-without-decision',
      'A day of decision is recorded, but not what was decided. Add the decision.',
      '有决定日期而无决定内容。请补充决定。',
    );
  }
  if (others.length > 0) {
    tell(
      'case-open-already',
      `Another case for this post is open: ${others.join(', ')}. Decide or withdraw one; if there are several such posts, give them post codes.`,
      `该职务另有未决定的事项：${others.join('、')}。请先办结其一；如确有多个同名职务，请填写职务代码。`,
    );
  }
  return found;
}

/** Records of the case from before the case. */
function beforeOpening({ about, facts }: LookedAt): Oddity[] {
  const dated = [
    ['headcount-review', facts.headcountReviews.map(({ ref, reviewedOn: on }) => ({ ref, on }))],
    ['file-review', facts.fileReviews.map(({ ref, reviewedOn: on }) => ({ ref, on }))],
    ['joint-review-reply', facts.replies.map(({ ref, requestedOn: on }) => ({ ref, on }))],
    ['inspection-notice', facts.notices.map(({ ref, postedOn: on }) => ({ ref, on }))],
  ] as const;
  const named = dated.flatMap(([source, records]) =>
    records
      .filter(({ on }) => on < about.openedOn)
      .map(({ ref, on }) => earlier(source, ref, { en: ref, 'zh-CN': ref }, on, about.openedOn)),
  );
  // Who gave an opinion is told on no page of a case.
  const given = facts.opinions.filter(({ givenOn }) => givenOn < about.openedOn);
  if (given.length === 0) return named;
  const earliest = Math.min(...given.map(({ givenOn }) => givenOn));
  const words = {
    en: given.length === 1 ? '1 opinion' : `${given.length} opinions`,
    'zh-CN': `意见${given.length}条`,
  };
  return [...named, earlier('inspection-opinion', about.caseNo, words, earliest, about.openedOn)];
}

function earlier(source: string, ref: string, what: Labels, on: Day, openedOn: Day): Oddity {
  return {
    ...{ code: 'before-case-opened', source, ref },
    message: {
      en: `${what.en}: dated ${date(on)}, before the case was opened on ${date(openedOn)}.`,
      'zh-CN': `${what['zh-CN']}：日期${date(on)}早于事项启动日期${date(openedOn)}。`,
    },
  };
}

/** Departments that policy doesn't ask, and replies of which half is there. */
function ofReplies({ facts, policy }: LookedAt): Oddity[] {
  const asked = policy.appointments.requiredDepartments;
  return facts.replies.flatMap(({ ref, department, repliedOn, opinion }) => {
    const label = departmentLabel(department);
    const found: Oddity[] = [];
    const tell = (code: string, en: string, zh: string) =>
      found.push({ code, source: 'joint-review-reply', ref, message: { en, 'zh-CN': zh } });
    if (!asked.includes(department)) {
      tell(
        'department-not-asked',
        `${label.en} is none of the departments that policy asks. If it was asked as well, leave it; else correct its name.`,
        `${label['zh-CN']}不在联审部门范围内。如确已征求意见，可保留；否则请更正部门名称。`,
      );
    }
    if ((opinion === null) !== (repliedOn === NO_DAY)) {
      tell(
        'reply-incomplete',
        `${label.en}: there is ${opinion === null ? 'a day of reply and no opinion' : 'an opinion and no day of reply'}, so the reply does not count yet.`,
        `${label['zh-CN']}：${opinion === null ? '有答复日期而无意见' : '有意见而无答复日期'}，该答复暂不计入。`,
      );
    }
    return found;
  });
}

/** Notices that end before they start. */
function ofNotices({ facts }: LookedAt): Oddity[] {
  return facts.notices
    .filter(({ postedOn, endsOn }) => endsOn < postedOn)
    .map(({ ref, postedOn, endsOn }) => ({
      ...{ code: 'dates-out-of-order', source: 'inspection-notice', ref },
      message: {
        en: `The notice posted on ${date(postedOn)} ends before that, on ${date(endsOn)}: it has no public day, though it closes the follow-up. Correct one of the two days.`,
        'zh-CN': `${date(postedOn)}发布的公示于${date(endsOn)}截止，早于发布日期：公示天数为零，但相应跟进事项已办结。请更正其中一个日期。`,
      },
    }));
}
