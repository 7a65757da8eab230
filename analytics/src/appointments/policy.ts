import { z } from 'zod';
import {
  admonitionRules,
  appointmentRegulation,
  assessmentRegulation,
  checkResultRules,
  ownNumber,
  reportRegulation,
} from '../fields/clause.js';
import { count, days, group, ruled } from '../fields/policy-number.js';
import { type DayCount, dayCounts } from '../fields/working-days.js';

/** The numbers and lists of the gate over an appointment. */
export interface AppointmentPolicy {
  /** A notice is public for at least so many days. */
  readonly noticeDays: number;
  /** How these days are counted. */
  readonly noticeCountIn: DayCount;
  /** Departments without whose reply nobody is appointed. */
  readonly requiredDepartments: readonly string[];
  /** Groups of respondents, and circles, that are each heard. */
  readonly respondents: readonly string[];
  readonly circles: readonly string[];
  /** The lowest grade of a debriefing that stands in nobody's way, and those above it. */
  readonly sufficientGrades: readonly string[];
  /** An open finding of this severity or more stops an appointment. */
  readonly openFindingSeverity: number;
  readonly omittedDays: number;
  readonly concealedDays: number;
  readonly checkedDays: number;
  readonly admonitionDays: number;
}

/** A list of values of a choice field (`kind.field`). */
function names(en: string, zh: string, choiceOf: string, presets: readonly string[]) {
  return z
    .array(z.string().min(1))
    .default([...presets])
    .meta({ labels: { en, 'zh-CN': zh }, choiceOf });
}

/** Schema of the gate's part of a policy, with the defaults of the first version. */
export const appointmentPolicy = group('Appointments', '选拔任用', {
  noticeDays: ruled(
    days('A notice is public for at least', '公示最少天数', 5),
    appointmentRegulation({
      en: 'Of the notice before an appointment it says no fewer than five working days; delivered are five calendar days. Count in working days once this is verified.',
      'zh-CN':
        '该条例对任职前公示的规定为不少于五个工作日；出厂设置按五个自然日计，核对后可改为按工作日计。',
    }),
  ),
  noticeCountIn: z
    .enum(Object.keys(dayCounts) as DayCount[])
    .default('days')
    .meta({ labels: { en: 'Public days are counted in', 'zh-CN': '公示天数计算方式' } }),
  requiredDepartments: ruled(
    names('Departments that must reply', '必须答复的联审部门', 'joint-review-reply.department', [
      'discipline_inspection',
      'family_planning',
      'petitions',
      'audit',
      'organisation',
      'public_security',
    ]),
    appointmentRegulation({
      en: 'It asks to hear discipline inspection, and others as needed; which departments is this product’s list.',
      'zh-CN': '该条例要求听取纪检监察机关意见，并根据需要听取其他部门意见；部门名单为本系统设定。',
    }),
  ),
  respondents: ruled(
    names('Respondents to be heard', '须听取意见的群体', 'inspection-opinion.respondent', [
      'leading_group',
      'peer',
      'subordinate',
      'work_object',
      'service_object',
    ]),
  ),
  circles: ruled(
    names('Circles to be heard of', '须了解的圈层', 'inspection-opinion.circle', [
      'work',
      'life',
      'social',
    ]),
  ),
  sufficientGrades: ruled(
    names('Grades of a debriefing that suffice', '合格的述职等次', 'debriefing-score.grade', [
      'excellent',
      'competent',
    ]),
    assessmentRegulation(ownNumber),
  ),
  openFindingSeverity: ruled(
    count('An open finding stops from severity', '未整改问题严重程度不低于', 3),
  ),
  omittedDays: ruled(
    days('Matters omitted stop for', '漏报影响期', 365),
    checkResultRules(ownNumber),
  ),
  concealedDays: ruled(
    days('Matters concealed stop for', '瞒报影响期', 1825),
    checkResultRules(ownNumber),
  ),
  checkedDays: ruled(
    days('A report was checked within the last', '报告核查有效期', 365),
    reportRegulation({
      en: 'It asks for a check of whoever is to be promoted; the days are this product’s.',
      'zh-CN': '该规定要求对拟提拔人选进行重点核查；具体天数为本系统设定。',
    }),
  ),
  admonitionDays: ruled(
    days('An admonition stops for', '诫勉影响期', 183),
    admonitionRules({
      en: 'Whoever was admonished is not promoted for six months; 183 days stand for them.',
      'zh-CN': '受到诫勉的，六个月内不得提拔或者重用，此处以183天计。',
    }),
  ),
});
