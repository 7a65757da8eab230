import { date, defineSource, integer, millipoints, text } from '@probity/analytics';
import { z } from 'zod';

const number = (en: string, zh: string, preset: number) =>
  z
    .number()
    .min(0)
    .default(preset)
    .meta({ labels: { en, 'zh-CN': zh }, unit: 'points' });

const policy = z
  .strictObject({
    cap: number('Most points', '最高分', 1),
    each: number('Points for each', '每次', 0.75),
  })
  .prefault({})
  .meta({ labels: { en: 'Parking tickets', 'zh-CN': '违停' } });

/** A source that the product doesn't have: all that is known of it stands in this value. */
export const parkingTicket = defineSource({
  key: 'parking-ticket',
  labels: { en: 'Parking ticket', 'zh-CN': '违停' },
  fields: {
    ref: text('Reference', '编号'),
    staff_no: text('Staff number', '工号', { references: 'cadre' }),
    given_on: date('Given on', '开单日期'),
    fine: integer('Fine', '罚款', { min: 0, optional: true }),
  },
  identity: ['ref', 'staff_no'],
  datedBy: 'given_on',
  policy,
  points(rows, from, to, at, lines) {
    let sum = 0;
    for (let row = from; row < to; row++) {
      if ((rows.given_on[row] as number) > at.day) continue;
      const gives = millipoints(at.policy.each);
      lines?.add(row, gives, { en: `Fined ${rows.fine[row]}`, 'zh-CN': `罚款${rows.fine[row]}` });
      sum += gives;
    }
    return sum;
  },
});
