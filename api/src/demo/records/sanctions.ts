import { type Day, dateOf } from '@probity/analytics';
import type { Draw } from '../province/draw.js';
import type { Person } from '../province/people.js';
import type { Row } from '../province/rows.js';

const kinds = [
  { kind: '警告', days: 183 },
  { kind: '记过', days: 365 },
  { kind: '党内严重警告', days: 548 },
  { kind: '撤职', days: 730 },
] as const;

/** Sanctions of some of those with graver faults; some are in effect still. */
export function sanctionRows(draw: Draw, people: readonly Person[], madeOn: Day): Row[] {
  return people.flatMap((person) => {
    const drawn = draw.next();
    const decidedOn = madeOn - draw.whole(20, 1400);
    const { kind, days } = draw.pick(kinds);
    if (person.fault < 0.6 || drawn > 0.4 || decidedOn < person.appointedOn) return [];
    return [
      {
        ref: `CF-${person.staffNo.slice(1)}`,
        staff_no: person.staffNo,
        kind,
        decided_on: dateOf(decidedOn) ?? '',
        effect_until: dateOf(decidedOn + days) ?? '',
      },
    ];
  });
}
