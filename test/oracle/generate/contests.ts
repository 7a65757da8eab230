import type { Draw } from '../../../api/src/demo/province/draw.js';
import { asOfDates, dayNumber, isoDate, laterDay, plantedDay } from './days.js';
import { type SystemRow, systems } from './row.js';

/** Just after the last day that is asked about: nothing is answered in the future. */
const LAST = Math.max(...asOfDates.map(dayNumber)) + 1;

/** Some of the cadres contest something, a few of them twice; half of that is answered, never before it was filed. */
export function contests(draw: Draw, staffNos: readonly string[]): SystemRow[] {
  const filed = staffNos.flatMap((staffNo) => {
    const count = draw.pick([0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
    return Array.from({ length: count }, () => ({ staffNo, on: plantedDay(draw) }));
  });
  return filed.map(({ staffNo, on }, index) => ({
    system: systems[0],
    // As the product numbers them where they are filed in this order.
    row: {
      ref: `R-${index + 1}`,
      staff_no: staffNo,
      filed_on: isoDate(on),
      answered_on: draw.maybe(0.5, () => isoDate(Math.min(LAST, Math.max(on, laterDay(draw, on))))),
    },
  }));
}
