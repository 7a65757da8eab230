import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPeople, arbitraryRecords } from '../../testing/arbitrary-evidence.js';
import { appointmentCase, evidenceOf } from '../../testing/evidence-of.js';
import { dayOf } from '../fields/day.js';
import { parsePolicy } from '../policy/policy.js';
import { appointmentCase as caseRegister } from '../registers/careers.register.js';
import { sources } from '../sources/index.js';
import { askedBy } from './asked-kinds.js';
import { countByKind } from './counted-kinds.js';
import { followUpsOf } from './follow-ups.js';
import type { FollowUpKind } from './kinds.js';

const day = dayOf('2024-02-29');
const since = (kinds: readonly FollowUpKind[]) =>
  Object.fromEntries(kinds.map((kind) => [kind, '2020-01-01']));
const policy = parsePolicy({
  followUps: { expectedFrom: since(sources.flatMap((one) => askedBy(one).withoutRecord)) },
});

describe('askedBy', () => {
  it('names every kind of follow-up that a source emits', () => {
    fc.assert(
      fc.property(
        arbitraryPeople(day, 3),
        arbitraryRecords(day, 3),
        ({ cadres, postings }, records) => {
          const cases = [
            appointmentCase(0, day - 500, { decidedOn: day - 400, decision: 'appointed' }),
          ];
          const evidence = evidenceOf(cadres, records, postings, cases);
          for (const source of sources) {
            const { fromRecords, withoutRecord } = askedBy(source);
            const named = [...fromRecords, ...withoutRecord, ...(source.obliges?.byCase ?? [])];
            for (const { kind } of followUpsOf(evidence, 'all', day, policy, [source])) {
              expect(named, source.key).toContain(kind);
            }
          }
        },
      ),
    );
  });

  it('asks of cases what their reviews ask, and of most registers nothing', () => {
    expect(askedBy(caseRegister)).toEqual({
      fromRecords: ['probation-review', 'headcount-review', 'file-review', 'inspection-notice'],
      withoutRecord: [],
    });
    expect(askedBy({ key: 'sanctions' })).toEqual({ fromRecords: [], withoutRecord: [] });
  });
});

describe('countByKind', () => {
  it('counts what is overdue, inherited ones apart', () => {
    fc.assert(
      fc.property(
        arbitraryPeople(day, 3),
        arbitraryRecords(day, 3),
        ({ cadres, postings }, records) => {
          const evidence = evidenceOf(cadres, records, postings);
          const all = Object.keys(countByKind(evidence, day, policy)) as FollowUpKind[];
          const counting = parsePolicy({
            ...policy,
            followUps: { ...policy.followUps, countFrom: { [all[0] ?? 'train']: '2024-02-29' } },
          });
          const listed = followUpsOf(evidence, 'all', day, counting);
          const overdue = listed.filter(({ state }) => state === 'overdue');
          const counts = Object.values(countByKind(evidence, day, counting));
          const sum = (of: 'overdueCount' | 'inheritedCount') =>
            counts.reduce((total, count) => total + count[of], 0);
          expect(sum('inheritedCount')).toBe(overdue.filter((one) => one.inherited).length);
          expect(sum('overdueCount')).toBe(overdue.filter((one) => !one.inherited).length);
          const first = Object.values(countByKind(evidence, day, counting, (cadre) => cadre === 0));
          expect(
            first.reduce((total, one) => total + one.overdueCount + one.inheritedCount, 0),
          ).toBe(overdue.filter(({ cadre }) => cadre === 0).length);
        },
      ),
    );
  });
});
