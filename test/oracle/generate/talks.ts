import type { Draw } from '../../../api/src/demo/province/draw.js';
import { dayNumber, laterDate, plantedDate } from './days.js';
import { type SystemRow, systems } from './row.js';

const talkKinds = [
  'communication',
  'inquiry',
  'reminding',
  'reminding',
  'helping',
  'post_adjustment',
  'admonition',
  'admonition',
];
const sessionKinds = ['party_spirit', 'clean_government', 'warning'];

/** Reminder talks with one cadre: about another record or not, with a date to correct by or not. */
export function talks(draw: Draw, staffNo: string): SystemRow[] {
  return several(draw, 4, (at) => {
    const heldOn = plantedDate(draw);
    const held = dayNumber(heldOn);
    return {
      ref: `T-${at}`,
      staff_no: staffNo,
      kind: draw.pick(talkKinds),
      held_on: heldOn,
      because_of: draw.maybe(0.3, () => 'F-1'),
      problem: draw.maybe(0.3, () => '作风问题'),
      correct_by: draw.maybe(0.5, () => laterDate(draw, held)),
      corrected_on: draw.maybe(0.5, () => laterDate(draw, held)),
    };
  });
}

/** Education sessions of one cadre, several of a kind in some years. */
export function sessions(draw: Draw, staffNo: string): SystemRow[] {
  return several(draw, 12, (at) => ({
    ref: `E-${at}`,
    staff_no: staffNo,
    kind: draw.pick(sessionKinds),
    held_on: plantedDate(draw),
    attended: draw.pick(['true', 'false', 'false', 'excused']),
  }));
}

/** Heart-to-heart talks with one cadre. */
export function heartToHearts(draw: Draw, staffNo: string): SystemRow[] {
  return several(draw, 5, (at) => ({
    ref: `H-${at}`,
    staff_no: staffNo,
    held_on: plantedDate(draw),
    held_by: draw.maybe(0.5, () => '李书记'),
  }));
}

/** Up to so many rows, each from one of the systems. */
function several(draw: Draw, most: number, row: (at: number) => SystemRow['row']): SystemRow[] {
  const count = draw.whole(0, most);
  return Array.from({ length: count }, (_, at) => ({ system: draw.pick(systems), row: row(at) }));
}
