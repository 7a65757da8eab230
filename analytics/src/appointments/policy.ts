import { z } from 'zod';
import { count, days, group } from '../fields/policy-number.js';

/** The numbers and lists of the gate over an appointment. */
export interface AppointmentPolicy {
  /** A notice is public for at least so many days. */
  readonly noticeDays: number;
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

function names(en: string, zh: string, presets: readonly string[]) {
  return z
    .array(z.string().min(1))
    .default([...presets])
    .meta({ labels: { en, 'zh-CN': zh } });
}

/** Schema of the gate's part of a policy, with the defaults of the first version. */
export const appointmentPolicy = group('Appointments', '选拔任用', {
  noticeDays: days('A notice is public for at least', '公示最少天数', 5),
  requiredDepartments: names('Departments that must reply', '必须答复的联审部门', [
    'discipline_inspection',
    'family_planning',
    'petitions',
    'audit',
    'organisation',
    'public_security',
  ]),
  respondents: names('Respondents to be heard', '须听取意见的群体', [
    'leading_group',
    'peer',
    'subordinate',
    'work_object',
    'service_object',
  ]),
  circles: names('Circles to be heard of', '须了解的圈层', ['work', 'life', 'social']),
  sufficientGrades: names('Grades of a debriefing that suffice', '合格的述职等次', [
    'excellent',
    'competent',
  ]),
  openFindingSeverity: count('An open finding stops from severity', '未整改问题严重程度不低于', 3),
  omittedDays: days('Matters omitted stop for', '漏报影响期', 365),
  concealedDays: days('Matters concealed stop for', '瞒报影响期', 1825),
  checkedDays: days('A report was checked within the last', '报告核查有效期', 365),
  admonitionDays: days('An admonition stops for', '诫勉影响期', 183),
});
