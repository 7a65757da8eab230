import type { Rows } from '../../fields/field.js';
import type { Labels } from '../../fields/labels.js';
import { choiceLabel, daysInWords, figure } from '../../fields/sentence.js';
import type { Moment } from '../../source.js';
import { fields, type ReportFields } from './personal-matter-report.fields.js';
import type { ReportPolicy } from './personal-matter-report.policy.js';

/** Why a report gives what it gives; `lateness` and `check` are its two parts, in points. */
export function reasonOf(
  rows: Rows<ReportFields>,
  row: number,
  at: Moment<ReportPolicy>,
  lateness: number,
  check: number,
): Labels {
  const kind = choiceLabel(fields.kind, rows.kind[row]);
  const submission = submissionOf(rows, row, at, lateness);
  const found = check > 0 ? checkFound(rows, row, check) : { en: '', 'zh-CN': '' };
  return {
    en: `${kind.en} report ${submission.en}${found.en}`,
    'zh-CN': `${kind['zh-CN']}${submission['zh-CN']}${found['zh-CN']}`,
  };
}

function submissionOf(
  rows: Rows<ReportFields>,
  row: number,
  { day }: Moment<ReportPolicy>,
  lateness: number,
): Labels {
  const submitted = rows.submitted_on[row] <= day;
  const late = (submitted ? rows.submitted_on[row] : day) - rows.due_on[row];
  if (late <= 0) {
    return submitted
      ? { en: 'submitted in time', 'zh-CN': '按时提交' }
      : { en: 'due on the as-of day, not submitted yet', 'zh-CN': '截止日期当日到期，尚未提交' };
  }
  const days = daysInWords(late);
  const gives = figure(lateness);
  return submitted
    ? {
        en: `submitted ${days.en} late, ${gives} points of it left`,
        'zh-CN': `逾期${days['zh-CN']}提交，现计${gives}分`,
      }
    : {
        en: `not submitted, ${days.en} late: ${gives} points`,
        'zh-CN': `未提交，已逾期${days['zh-CN']}，计${gives}分`,
      };
}

function checkFound(rows: Rows<ReportFields>, row: number, check: number): Labels {
  const result = choiceLabel(fields.check_result, rows.check_result[row]);
  return {
    en: `; a check found matters ${result.en.toLowerCase()}, ${figure(check)} points of it left`,
    'zh-CN': `；核查发现${result['zh-CN']}，现计${figure(check)}分`,
  };
}
