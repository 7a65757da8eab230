import type { Draw } from '../../../api/src/demo/province/draw.js';
import { dayNumber, isoDate, laterDate, plantedDate, plantedDay } from './days.js';
import type { Row } from './row.js';

// By code point U+FE45 comes before U+20000; by UTF-16 unit it comes after.
const prefixes = ['S', 'S', 'S', 'S', 's', '甲', '﹅', '𠀀', 'S-'];
const unitCodes = ['A', 'a', 'B1', 'B10', 'B2', '区', '﹅', '𠀀', 'Z-9', 'Z_9'];

/** Ranks of the cadres; the first two are the ones that owe an annual report. */
export const ranks = ['county-head', 'division-head', 'section-head', ''] as const;

/** A root and the units under it, some of them three deep. */
export function units(): Row[] {
  return ['ROOT', ...unitCodes].map((code, index) => ({
    unit_code: code,
    name: `单位 ${code}`,
    parent_code: index === 0 ? '' : index < 5 ? 'ROOT' : (unitCodes[index % 4] ?? 'ROOT'),
  }));
}

/** One cadre; some appointed or gone on an as-of day, many fields empty. */
export function cadre(draw: Draw, index: number): Row {
  return {
    staff_no: `${draw.pick(prefixes)}${String(index).padStart(6, '0')}`,
    name: draw.pick(['王某', '李某某', 'O’Neill, "Pat"', '𠮷田']),
    unit_code: draw.maybe(0.9, () => draw.pick(unitCodes)),
    post: draw.maybe(0.8, () => draw.pick(['局长', '副局长', '处长'])),
    rank: draw.pick(ranks),
    head: draw.pick(['true', 'false', 'false', '']),
    appointed_on: draw.maybe(0.7, () => plantedDate(draw)),
    birth_year: draw.maybe(0.8, () => String(draw.whole(1960, 1990))),
    left_on: draw.maybe(0.08, () => plantedDate(draw)),
  };
}

/** Zero to three postings of a cadre; some cover an as-of day by that one day. */
export function postings(draw: Draw, staffNo: string): Row[] {
  const taken = new Set<string>();
  const rows: Row[] = [];
  let fromOn = plantedDate(draw);
  for (let left = draw.pick([0, 0, 1, 2, 3]); left > 0; left--) {
    if (draw.chance(0.7)) fromOn = plantedDate(draw);
    const unitCode = draw.pick(unitCodes);
    if (taken.has(unitCode + fromOn)) continue;
    taken.add(unitCode + fromOn);
    rows.push({
      staff_no: staffNo,
      unit_code: unitCode,
      post: draw.maybe(0.5, () => '主任'),
      rank: draw.pick(ranks),
      head: draw.pick(['true', 'false', '']),
      from_on: fromOn,
      to_on: draw.maybe(0.7, () => endOf(draw, dayNumber(fromOn))),
    });
  }
  return rows;
}

function endOf(draw: Draw, from: number): string {
  if (draw.chance(0.3)) return isoDate(from + 1);
  if (draw.chance(0.5)) return isoDate(Math.max(from + 1, plantedDay(draw)));
  const to = laterDate(draw, from);
  return dayNumber(to) > from ? to : isoDate(from + 1);
}
