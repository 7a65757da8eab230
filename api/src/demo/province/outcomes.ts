import { type Day, dateOf } from '@probity/analytics';
import type { Draw } from './draw.js';
import type { Person } from './people.js';
import type { Row } from './rows.js';

/** Cases that were confirmed: mostly of those with the graver faults, a few of people nobody watched. */
export function outcomes(draw: Draw, people: readonly Person[], madeOn: Day): Row[] {
  return people.flatMap((person) => {
    const share = person.fault > 0.7 ? 0.4 : person.fault > 0.4 ? 0.1 : 0.002;
    if (!draw.chance(share)) return [];
    const decidedOn = madeOn - draw.whole(30, 720);
    if (decidedOn < person.appointedOn + 300) return [];
    const grave = person.fault > 0.8;
    return [
      {
        staff_no: person.staffNo,
        ref: `处分${person.staffNo.slice(1)}`,
        kind: draw.pick(grave ? ['党内严重警告', '撤职', '降级'] : ['诫勉', '警告', '记过']),
        filed_on: dateOf(decidedOn - draw.whole(40, 190)) ?? '',
        decided_on: dateOf(decidedOn) ?? '',
        severity: grave ? '重' : '轻',
      },
    ];
  });
}
