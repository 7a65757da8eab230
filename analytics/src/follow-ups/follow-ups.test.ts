import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPeople, arbitraryRecords } from '../../testing/arbitrary-evidence.js';
import { cadre, evidenceOf, posting } from '../../testing/evidence-of.js';
import { dayOf } from '../fields/day.js';
import { defaultPolicy, parsePolicy } from '../policy/policy.js';
import { personalMatterReport } from '../sources/personal-matter-report/personal-matter-report.source.js';
import { compareFollowUps, followUpsOf } from './follow-ups.js';
import { overdueCounts } from './overdue-counts.js';

const day = dayOf('2024-02-29');
const COUNT = 4;
const expecting = parsePolicy({
  followUps: {
    dueSoonDays: 30,
    expectedFrom: { 'hold-debriefing': '2020-01-01', 'hold-audit': '2020-01-01' },
    countFrom: { 'submit-report': '2023-06-01', 'hold-audit': '2023-01-01' },
  },
});

function report(ref: string, owner: number, dueOn: number) {
  const cells = { ref, period: '2023', kind: 'change', due_on: dueOn };
  return { source: personalMatterReport, cadre: owner, cells };
}

describe('followUpsOf', () => {
  it('is ordered by due day, staff number (code point), kind and ref', () => {
    const names = [cadre('\u{1F600}'), cadre('\uFF21')];
    const records = [
      report('B', 0, day),
      report('A', 0, day),
      report('C', 1, day),
      report('D', 0, day - 1),
    ];
    const found = followUpsOf(evidenceOf(names, records), 'all', day, defaultPolicy);
    expect(found.map(({ ref }) => ref)).toEqual(['D', 'C', 'A', 'B']);
  });

  it('gives the unit of the day, and only the cadres that are asked about', () => {
    const evidence = evidenceOf(
      [cadre('S1', { unitCode: 'R' }), cadre('S2', { unitCode: 'R' })],
      [report('A', 0, day), report('B', 1, day)],
      [posting(1, day - 1)],
    );
    const unitsOf = (of: number | number[] | 'all') =>
      followUpsOf(evidence, of, day, defaultPolicy).map(({ unitCode }) => unitCode);
    expect([unitsOf('all'), unitsOf(1), unitsOf([0])]).toEqual([['R', 'U'], ['U'], ['R']]);
    expect(() => unitsOf(2)).toThrow(RangeError);
  });

  it('holds for any evidence: states, days and counts agree', () => {
    fc.assert(
      fc.property(
        arbitraryPeople(day, COUNT),
        arbitraryRecords(day, COUNT),
        ({ cadres, postings }, records) => {
          const evidence = evidenceOf(cadres, records, postings);
          const found = followUpsOf(evidence, 'all', day, expecting);
          const overdue = found.filter(({ state }) => state === 'overdue');
          for (const one of found) {
            expect(one.state === 'closed').toBe(one.closedOn <= day);
            expect(one.daysOverdue > 0).toBe(one.state === 'overdue');
            expect(one.ref).not.toBe('');
          }
          expect(found).toEqual(found.toSorted(compareFollowUps));
          const counts = overdueCounts(evidence, day, expecting);
          const counted = overdue.filter(({ inherited }) => !inherited);
          const own = counted.filter(({ owedBy }) => owedBy === 'cadre').length;
          const sum = (column: Uint16Array) => column.reduce((all, count) => all + count, 0);
          expect([sum(counts.own), sum(counts.office)]).toEqual([own, counted.length - own]);
        },
      ),
    );
  });
});
