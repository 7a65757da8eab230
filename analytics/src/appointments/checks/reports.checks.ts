import { type Day, dateOf, NO_DAY } from '../../fields/day.js';
import type { Facts, ReportFact } from '../facts/facts.js';
import { against, type GateCheck, type GateReason, lacking } from '../reason.js';
import { until } from './conduct.checks.js';

/** No report is overdue, and none was found to omit or conceal matters of late. */
export const checkReports: GateCheck = ({ facts, day, policy }) => {
  const { omittedDays, concealedDays } = policy.appointments;
  return dueBy(facts, day).flatMap((report) => [
    ...overdue(report, day),
    ...found(report, day, 'omitted', omittedDays),
    ...found(report, day, 'concealed', concealedDays),
  ]);
};

/** A report dates from its due day, whatever was done about it before. */
const dueBy = ({ reports }: Facts, day: Day) => reports.filter(({ dueOn }) => dueOn <= day);

function overdue({ ref, dueOn, submittedOn }: ReportFact, day: Day): GateReason[] {
  if (dueOn >= day || submittedOn <= day) return [];
  const message = {
    en: `A report due on ${dateOf(dueOn)} is overdue`,
    'zh-CN': `应于${dateOf(dueOn)}提交的报告逾期未交`,
  };
  return [against('personal-matter', ref, message, { en: 'its submission', 'zh-CN': '提交报告' })];
}

function found(
  report: ReportFact,
  day: Day,
  result: 'omitted' | 'concealed',
  lastDays: number,
): GateReason[] {
  const foundOn = checkDay(report);
  if (report.checkResult !== result || foundOn > day || foundOn <= day - lastDays) return [];
  const date = dateOf(foundOn);
  const message =
    result === 'omitted'
      ? { en: `Matters found omitted on ${date}`, 'zh-CN': `${date}核查发现漏报` }
      : { en: `Matters found concealed on ${date}`, 'zh-CN': `${date}核查发现瞒报` };
  return [against('personal-matter', report.ref, message, until(foundOn + lastDays))];
}

/** Some report was checked of late, whatever came of it. */
export const checkVerified: GateCheck = ({ about, facts, day, policy }) => {
  const { checkedDays } = policy.appointments;
  const verified = dueBy(facts, day).some((report) => {
    if (report.checkResult === null || report.checkResult === 'not_checked') return false;
    const checkedOn = checkDay(report);
    return checkedOn <= day && checkedOn > day - checkedDays;
  });
  if (verified) return [];
  return [
    lacking(
      'report-unverified',
      about.caseNo,
      {
        en: `No report was checked in the last ${checkedDays} days`,
        'zh-CN': `近${checkedDays}天内未核查个人有关事项报告`,
      },
      { en: 'a check of the latest report', 'zh-CN': '核查最近一次报告' },
    ),
  ];
};

/** The day a check's result dates from: its own, or the due day where it has none. */
function checkDay({ checkedOn, dueOn }: ReportFact): Day {
  return checkedOn === NO_DAY ? dueOn : checkedOn;
}
