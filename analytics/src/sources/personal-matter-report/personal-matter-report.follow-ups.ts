import { type Day, dayOfParts, NO_DAY, yearOf } from '../../fields/day.js';
import { codeOf, type Rows } from '../../fields/field.js';
import type { Obligations } from '../../source.js';
import { fields, type ReportFields } from './personal-matter-report.fields.js';
import type { ReportPolicy } from './personal-matter-report.policy.js';

const ANNUAL = codeOf(fields.kind, 'annual');

type Ask = Obligations<ReportPolicy>;

/** A report is listed some days before it is due; the ranks that policy names owe one each year. */
export function followUps(rows: Rows<ReportFields>, from: number, to: number, ask: Ask): void {
  for (let row = from; row < to; row++) {
    if (!isListed(rows, row, ask)) continue;
    ask.emit({
      kind: 'submit-report',
      owedBy: 'cadre',
      row,
      dueOn: rows.due_on[row],
      closedOn: rows.submitted_on[row],
    });
  }
  expectAnnual(rows, from, to, ask);
}

function isListed(rows: Rows<ReportFields>, row: number, { day, policy }: Ask): boolean {
  return rows.due_on[row] - policy.followUps.opensBeforeDays <= day;
}

/** The annual reports that have no record yet; one that has is an obligation by itself. */
function expectAnnual(rows: Rows<ReportFields>, from: number, to: number, ask: Ask): void {
  const { day, policy, person, expectedFrom, emit } = ask;
  const { annualDue, annualRanks, opensBeforeDays } = policy.followUps;
  const asked = expectedFrom('submit-report');
  if (asked === NO_DAY || !person.inService) return;
  if (person.rank === null || !annualRanks.includes(person.rank)) return;
  const { appointedOn } = person;
  const since = appointedOn === NO_DAY ? asked : Math.max(asked, appointedOn);
  for (let year = yearOf(since) - 1; year <= yearOf(day); year++) {
    const dueOn = dayOfParts(year + 1, annualDue.month, annualDue.day) as Day;
    const opensOn = dueOn - opensBeforeDays;
    if (opensOn > day || opensOn < asked) continue;
    // Nobody reports on a year that had ended before they were appointed.
    if (appointedOn !== NO_DAY && yearOf(appointedOn) > year) continue;
    if (hasRecord(year, rows, from, to, ask)) continue;
    emit({
      kind: 'submit-report',
      owedBy: 'cadre',
      row: -1,
      period: String(year),
      dueOn,
      closedOn: NO_DAY,
    });
  }
}

function hasRecord(
  year: number,
  rows: Rows<ReportFields>,
  from: number,
  to: number,
  ask: Ask,
): boolean {
  for (let row = from; row < to; row++) {
    if (rows.kind[row] === ANNUAL && rows.period[row] === year && isListed(rows, row, ask)) {
      return true;
    }
  }
  return false;
}
