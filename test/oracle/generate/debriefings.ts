import type { Draw } from '../../../api/src/demo/province/draw.js';
import { dayNumber, isoDate, laterDate, plantedDate } from './days.js';
import { type Row, type SystemRow, systems } from './row.js';

const grades = ['excellent', 'competent', 'basically_competent', 'incompetent'];
const scores = ['69.9', '70', '70.1', '70.0', '0', '100', '40', '55.5', '88.8', '63.7'];

/** Debriefings of one cadre; the years and the days they are held on need not go together. */
export function debriefings(draw: Draw, staffNo: string): SystemRow[] {
  const rows: SystemRow[] = [];
  const failing = draw.chance(0.1);
  for (let year = 2018; year <= 2025; year++) {
    if (draw.chance(0.5)) continue;
    const heldOn = draw.chance(0.5)
      ? isoDate(dayNumber(`${year + 1}-01-01`) + draw.whole(-30, 120))
      : plantedDate(draw);
    const system = draw.pick(systems);
    rows.push({ system, row: debriefing(draw, staffNo, year, heldOn, failing) });
    const again = laterDate(draw, dayNumber(heldOn));
    if (again !== heldOn && draw.chance(0.15)) {
      const other = system === systems[0] ? systems[1] : systems[0];
      rows.push({ system: other, row: debriefing(draw, staffNo, year, again, failing) });
    }
  }
  return rows;
}

/** One debriefing of a year. */
export function debriefing(
  draw: Draw,
  staffNo: string,
  year: number,
  heldOn: string,
  failing: boolean,
): Row {
  return {
    staff_no: staffNo,
    year: String(year),
    held_on: heldOn,
    score: draw.chance(0.5) ? draw.pick(scores) : (draw.whole(0, 1000) / 10).toString(),
    grade: failing ? 'incompetent' : draw.pick(grades),
    internal_score: draw.maybe(0.3, () => draw.pick(scores)),
    public_score: draw.maybe(0.3, () => draw.pick(scores)),
    vote_count: draw.maybe(0.5, () => String(draw.whole(1, 300))),
    decision: draw.maybe(0.3, () => draw.pick(['retained', 'moved', 'dismissed'])),
    decided_on: draw.maybe(0.4, () => laterDate(draw, dayNumber(heldOn))),
  };
}
