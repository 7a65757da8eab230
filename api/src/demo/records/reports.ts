import { type Day, dateOf, dayOfParts, yearOf } from '@probity/analytics';
import type { Draw } from '../province/draw.js';
import type { Person } from '../province/people.js';
import { dateBy, type Row } from '../province/rows.js';

const topics = ['因私出国（境）', '子女婚姻变化', '房产变动', '配偶从业变化', '持股变动'];
const NEVER_RECEIVED = 0.006;
const DAYS_TO_REPORT_A_CHANGE = 30;

/** Annual reports, due on 31 January of the next year, of those whose rank must report. */
export function annualReports(
  draw: Draw,
  people: readonly Person[],
  firstYear: number,
  madeOn: Day,
): Row[] {
  const rows: Row[] = [];
  for (let year = firstYear; year < yearOf(madeOn); year++) {
    const dueOn = dayOfParts(year + 1, 1, 31) ?? 0;
    for (const person of people) {
      const serves = person.appointedOn < dueOn - 30 && (person.leftOn ?? madeOn + 1) > dueOn;
      if (!person.reports || !serves || dueOn > madeOn || draw.chance(NEVER_RECEIVED)) continue;
      rows.push(report(draw, person, 'annual', year, '', dueOn, madeOn));
    }
  }
  return rows;
}

/** Changes that must be reported within thirty days. */
export function changeReports(
  draw: Draw,
  people: readonly Person[],
  firstYear: number,
  madeOn: Day,
): Row[] {
  const rows: Row[] = [];
  for (let year = firstYear; year <= yearOf(madeOn); year++) {
    for (const person of people) {
      if (!person.reports || !draw.chance(0.09)) continue;
      const dueOn = (dayOfParts(year, 1, 5) ?? 0) + draw.whole(0, 355) + DAYS_TO_REPORT_A_CHANGE;
      if (dueOn > madeOn + DAYS_TO_REPORT_A_CHANGE || dueOn < person.appointedOn + 60) continue;
      if (person.leftOn !== null && dueOn > person.leftOn) continue;
      rows.push(report(draw, person, 'change', yearOf(dueOn), draw.pick(topics), dueOn, madeOn));
    }
  }
  return unique(rows);
}

/** The same matter of the same year is one report. */
function unique(rows: readonly Row[]): Row[] {
  return [
    ...new Map(rows.map((row) => [`${row.staff_no} ${row.period} ${row.topic}`, row])).values(),
  ];
}

function report(
  draw: Draw,
  person: Person,
  kind: 'annual' | 'change',
  year: number,
  topic: string,
  dueOn: Day,
  madeOn: Day,
): Row {
  const late = draw.chance(0.012 + 0.4 * person.fault);
  const missing = late && draw.chance(0.12);
  const early = kind === 'annual' ? draw.whole(0, 26) : draw.whole(0, 22);
  const submittedOn = missing ? null : late ? dueOn + draw.whole(2, 75) : dueOn - early;
  const checked =
    kind === 'annual' && submittedOn !== null && draw.chance(0.09 + 0.15 * person.fault);
  const checkedOn = checked ? dueOn + draw.whole(40, 240) : null;
  const known = checkedOn !== null && checkedOn <= madeOn;
  return {
    ref: '',
    staff_no: person.staffNo,
    period: String(year),
    kind,
    topic,
    due_on: dateOf(dueOn) ?? '',
    submitted_on: dateBy(submittedOn, madeOn),
    check_reason: known ? draw.pick(['random', 'random', 'promotion']) : '',
    check_result: known ? resultOf(draw, person) : '',
    checked_on: dateBy(checkedOn, madeOn),
  };
}

function resultOf(draw: Draw, { fault }: Person): string {
  if (draw.chance(fault * fault * 0.5)) return 'concealed';
  return draw.chance(0.03 + 0.5 * fault) ? 'omitted' : 'consistent';
}
