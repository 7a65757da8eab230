import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCells } from '../../../testing/arbitrary-evidence.js';
import { asked, openCase } from '../../../testing/clear-case.js';
import { dayOf, NO_DAY } from '../../fields/day.js';
import { defaultPolicy } from '../../policy/policy.js';
import { recordKinds } from '../../registers/index.js';
import { breachOf, gate } from '../gate.js';
import { gateReasons } from '../reason.js';
import { factsOf, gateKinds, type RecordsByKind } from './facts-of.js';

describe('factsOf', () => {
  it('reads records as tables have them, empty cells as their fields say', () => {
    const facts = factsOf({
      'headcount-review': [
        {
          case_no: 'C-1',
          reviewed_on: '2024-02-29',
          established_posts: 3,
          filled_posts: '2',
          improper_treatment: true,
        },
      ],
      'joint-review-reply': [
        { case_no: 'C-1', department: 'audit', requested_on: '2024-01-01', due_on: '2024-01-15' },
      ],
      'personal-matter-report': [
        { staff_no: 'S1', period: '2023', kind: 'annual', due_on: '2024-01-31' },
      ],
    });
    expect(facts.headcountReviews).toEqual([
      {
        ref: 'C-1',
        reviewedOn: dayOf('2024-02-29'),
        establishedPosts: 3,
        filledPosts: 2,
        leavingPosts: 0,
        plannedPosts: 1,
        improperTreatment: true,
      },
    ]);
    expect(facts.replies).toEqual([
      {
        ref: 'C-1',
        department: 'audit',
        requestedOn: dayOf('2024-01-01'),
        repliedOn: NO_DAY,
        opinion: null,
      },
    ]);
    expect(facts.reports[0]?.ref).toBe('S1/2023/annual');
    expect(facts.sanctions).toEqual([]);
  });

  it('refuses a day that is none', () => {
    const talk = { ref: 'T-1', staff_no: 'S1', kind: 'admonition', held_on: '2024-02-30' };
    expect(() => factsOf({ 'reminder-talk': [talk] })).toThrow(RangeError);
  });
});

describe('of any records', () => {
  const records: fc.Arbitrary<RecordsByKind> = fc.record(
    Object.fromEntries(
      gateKinds.map((key) => {
        const kind = recordKinds.find((one) => one.key === key);
        return [key, fc.array(arbitraryCells(kind?.fields ?? {}, asked), { maxLength: 8 })];
      }),
    ),
  );
  const kinds = Object.keys(gateReasons);

  it('the gate is blocked where there is a reason and clear where there is none', () => {
    fc.assert(
      fc.property(records, (given) => {
        const { result, reasons } = gate(openCase, factsOf(given), asked, defaultPolicy);
        expect(result).toBe(reasons.length > 0 ? 'blocked' : 'clear');
        const order = reasons.map(({ kind }) => kinds.indexOf(kind));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        for (const { ref, message } of reasons) {
          expect(ref).not.toBe('');
          expect(message.en).not.toMatch(/undefined|null|NaN/);
        }
      }),
    );
  });

  it('what comes after the day changes nothing', () => {
    fc.assert(
      fc.property(records, (given) => {
        const known = (key: keyof RecordsByKind, dated: string) =>
          (given[key] ?? []).filter((cells) => Number(cells[dated]) <= asked);
        const earlier: RecordsByKind = {
          ...given,
          'headcount-review': known('headcount-review', 'reviewed_on'),
          'file-review': known('file-review', 'reviewed_on'),
          'joint-review-reply': known('joint-review-reply', 'requested_on'),
          'inspection-notice': known('inspection-notice', 'posted_on'),
          'inspection-opinion': known('inspection-opinion', 'given_on'),
          'debriefing-score': known('debriefing-score', 'held_on'),
          'audit-finding': known('audit-finding', 'found_on'),
          'personal-matter-report': known('personal-matter-report', 'due_on'),
          'reminder-talk': known('reminder-talk', 'held_on'),
          sanctions: known('sanctions', 'decided_on'),
        };
        expect(gate(openCase, factsOf(earlier), asked, defaultPolicy)).toEqual(
          gate(openCase, factsOf(given), asked, defaultPolicy),
        );
      }),
    );
  });

  it('an appointment is a breach exactly where something spoke against it', () => {
    const decided = { ...openCase, decidedOn: asked, decision: 'appointed' } as const;
    fc.assert(
      fc.property(records, (given) => {
        const { reasons } = gate(decided, factsOf(given), asked, defaultPolicy);
        const speaks = reasons.some(({ missing }) => !missing);
        const expected = speaks ? 'breach' : reasons.length > 0 ? 'undocumented' : 'none';
        expect(breachOf(decided, factsOf(given), defaultPolicy)).toBe(expected);
      }),
    );
  });
});
