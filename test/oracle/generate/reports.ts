import type { Draw } from '../../../api/src/demo/province/draw.js';
import { dayNumber, laterDate, plantedDate } from './days.js';
import { type Row, type SystemRow, systems } from './row.js';

const results = ['', 'not_checked', 'consistent', 'omitted', 'concealed'];

/** Annual reports, mostly due on 31 January, and changes in between, of one cadre. */
export function reports(draw: Draw, staffNo: string): SystemRow[] {
  const rows: SystemRow[] = [];
  for (let year = 2018; year <= 2025; year++) {
    if (draw.chance(0.4)) {
      const dueOn = draw.chance(0.6) ? `${year + 1}-01-31` : plantedDate(draw);
      rows.push(report(draw, staffNo, year, 'annual', dueOn, ''));
    }
    if (draw.chance(0.15)) {
      const topic = draw.pick(['marriage', 'abroad', 'property', '']);
      rows.push(report(draw, staffNo, year, 'change', plantedDate(draw), topic));
    }
  }
  return rows;
}

function report(
  draw: Draw,
  staffNo: string,
  year: number,
  kind: string,
  dueOn: string,
  topic: string,
): SystemRow {
  const due = dayNumber(dueOn);
  const row: Row = {
    ref: draw.maybe(0.5, () => `R-${kind}-${year}`),
    staff_no: staffNo,
    period: String(year),
    kind,
    topic,
    due_on: dueOn,
    submitted_on: draw.maybe(0.75, () => laterDate(draw, due - draw.pick([0, 0, 10]))),
    check_reason: draw.pick(['random', 'promotion', '']),
    check_result: draw.pick(results),
    checked_on: draw.maybe(0.5, () => laterDate(draw, due)),
  };
  return { system: draw.pick(systems), row };
}
