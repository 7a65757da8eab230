import { describe, expect, it } from 'vitest';
import { cadre, evidenceOf } from '../../testing/evidence-of.js';
import { dayOf } from '../fields/day.js';
import { date, integer, text } from '../fields/field.js';
import { group, points } from '../fields/policy-number.js';
import { followUpsOf } from '../follow-ups/follow-ups.js';
import { parsePolicy } from '../policy/policy.js';
import { defineSource, millipoints } from '../source.js';
import { sources } from '../sources/index.js';
import { arrowSchema } from '../table/arrow-schema.js';
import { decodeRows, encodeRows } from '../table/snapshot.js';
import { explain } from './explain.js';
import { scoreAll } from './score.js';

const policy = group('Parking tickets', '违停', {
  cap: points('Most points', '最高分', 2),
  each: points('Points for each', '每次', 0.75),
});

const parkingTicket = defineSource({
  key: 'parking-ticket',
  labels: { en: 'Parking ticket', 'zh-CN': '违停' },
  fields: {
    ref: text('Reference', '编号'),
    staff_no: text('Staff number', '工号', { references: 'cadre' }),
    given_on: date('Given on', '日期'),
    fine: integer('Fine', '罚款'),
  },
  identity: ['ref'],
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

describe('a source that nobody else knows of', () => {
  const day = dayOf('2025-06-30');
  const all = [...sources, parkingTicket];
  const own = parsePolicy({ sources: { 'parking-ticket': { cap: 1 } } }, all);
  const records = ['T1', 'T2'].map((ref) => ({
    source: parkingTicket,
    cadre: 0,
    cells: { ref, given_on: '2025-06-01', fine: 200 },
  }));
  const evidence = evidenceOf([cadre('S1')], records);

  it('is scored, capped and explained', () => {
    expect(scoreAll(evidence, day, own, all).total[0]).toBe(1000);
    const part = explain(evidence, 0, day, own, all).sources.at(-1);
    expect(part?.contributions.map(({ reason }) => reason.en)).toEqual(['Fined 200', 'Fined 200']);
    expect(part?.adjustments).toEqual([{ kind: 'cap', points: -500 }]);
    expect(followUpsOf(evidence, 'all', day, own, all)).toEqual([]);
  });

  it('has columns, as Arrow too', () => {
    const columns = arrowSchema(parkingTicket.fields).fields.map(
      ({ name, type }) => `${name}: ${type}`,
    );
    expect(columns).toEqual(['given_on: Date32<DAY>', 'fine: Int32', 'ref: Utf8']);
    const rows = evidence.sources['parking-ticket'];
    expect(rows && decodeRows(parkingTicket, encodeRows(parkingTicket, rows))).toEqual(rows);
  });

  it('needs its part of the policy', () => {
    expect(() => scoreAll(evidence, day, parsePolicy({}), all)).toThrow(/parking-ticket/);
    expect(() => parsePolicy({ sources: { 'parking-ticket': {} } })).toThrow(/parking-ticket/);
  });

  it('must name fields that it has', () => {
    expect(() => defineSource({ ...parkingTicket, datedBy: 'paid_on' })).toThrow(TypeError);
  });
});
