import type { Draw } from '../../../api/src/demo/province/draw.js';
import { isoDate, laterDate, plantedDay } from './days.js';
import { type SystemRow, systems } from './row.js';

const respondents = [
  'leading_group',
  'peer',
  'subordinate',
  'work_object',
  'service_object',
  'unknown',
];
const circles = ['work', 'life', 'social', 'unknown'];
const channels = ['interview', 'ballot', 'signed', 'anonymous', 'unknown', ''];
const verifications = ['substantiated', 'unsubstantiated', 'inconclusive', ''];
/** What is said of a person leans one way, so that sums below zero and above the cap both occur. */
const moods = [
  ['-2', '-2', '-1'],
  ['2', '1', '1', '0'],
  ['-2', '-1', '0', '1', '2'],
];

/** Opinions on one cadre, with every respondent, channel and outcome of verification. */
export function opinions(draw: Draw, staffNo: string): SystemRow[] {
  const ratings = draw.pick(moods);
  const count = draw.pick([0, 1, 2, 3, 3, 4, 6, 12]);
  const grave = draw.chance(0.1);
  return Array.from({ length: count }, (_, index) => {
    const given = plantedDay(draw);
    const verified = draw.chance(grave ? 0.9 : 0.35);
    return {
      system: draw.pick(systems),
      row: {
        ref: `O-${index}`,
        staff_no: staffNo,
        given_on: isoDate(given),
        respondent: draw.pick(respondents),
        circle: draw.pick(circles),
        rating: grave ? '-2' : draw.pick(ratings),
        channel: draw.pick(channels),
        ballot_count: draw.maybe(0.3, () => String(draw.pick([1, 2, 7, 40, 1000]))),
        text: draw.maybe(0.2, () => draw.pick(['说话，"直"', '=1+1', 'line\nbreak'])),
        case_no: '',
        verified_on: verified || draw.chance(0.1) ? laterDate(draw, given) : '',
        verification: verified ? (grave ? 'substantiated' : draw.pick(verifications)) : '',
      },
    };
  });
}
