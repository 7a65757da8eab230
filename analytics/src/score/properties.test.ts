import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPeople, arbitraryRecords } from '../../testing/arbitrary-evidence.js';
import { evidenceOf } from '../../testing/evidence-of.js';
import { dayOf } from '../fields/day.js';
import { defaultPolicy, parsePolicy } from '../policy/policy.js';
import { sources } from '../sources/index.js';
import { bandCodes, coverageOf } from './band.js';
import { explain } from './explain.js';
import { mergeRuns, orderRun } from './order/order.js';
import { scoreAll, scoreCadres, scoreSome } from './score.js';
import { emptyScores } from './scores.js';

const day = dayOf('2024-02-29');
const COUNT = 5;
const people = arbitraryPeople(day, COUNT);
const records = arbitraryRecords(day, COUNT);
const policies = fc.constantFrom(
  defaultPolicy,
  parsePolicy({
    sources: {
      'inspection-opinion': { cap: 3, priorWeight: 0, channelFactors: { anonymous: 0.3 } },
      'audit-finding': { cap: 7.5, perAudit: { inFull: 1 } },
    },
  }),
);

describe('scores', () => {
  it('do not depend on the order of records, to the bit', () => {
    const shuffled = records.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
      ),
    );
    fc.assert(
      fc.property(people, shuffled, ({ cadres, postings }, [given, mixed]) => {
        const one = evidenceOf(cadres, given, postings);
        const other = evidenceOf(cadres, mixed, postings.toReversed());
        expect(other).toEqual(one);
        expect(scoreAll(other, day, defaultPolicy)).toEqual(scoreAll(one, day, defaultPolicy));
      }),
    );
  });

  it('are the sum of their lines and adjustments, and the same one by one as all at once', () => {
    fc.assert(
      fc.property(people, records, policies, ({ cadres, postings }, given, policy) => {
        const evidence = evidenceOf(cadres, given, postings);
        const scores = scoreAll(evidence, day, policy);
        for (let cadre = 0; cadre < COUNT; cadre++) {
          const told = explain(evidence, cadre, day, policy);
          for (const { source, subtotal, contributions, adjustments } of told.sources) {
            const sum = [...contributions, ...adjustments].reduce(
              (all, { points }) => all + points,
              0,
            );
            expect(sum).toBe(subtotal);
            expect(scores.subtotals[source]?.[cadre]).toBe(subtotal);
            expect(Object.is(subtotal, -0)).toBe(false);
          }
          expect(told.total).toBe(scores.total[cadre]);
          expect(told.band).toBe(bandCodes[scores.band[cadre] as number]);
          expect(told.coverage).toBe(
            coverageOf(scores.present[cadre] as number, scores.applicable[cadre] as number),
          );
        }
      }),
    );
  });

  it('of some cadres anew equal the scores of all anew', () => {
    fc.assert(
      fc.property(people, records, records, ({ cadres, postings }, before, after) => {
        const changed = [...new Set([...before, ...after].map((record) => record.cadre))];
        const older = evidenceOf(cadres, before, postings);
        const newer = evidenceOf(cadres, after, postings);
        const into = scoreAll(older, day, defaultPolicy);
        const rescored = scoreSome(newer, changed, defaultPolicy, into);
        expect(rescored).toEqual(scoreAll(newer, day, defaultPolicy));
      }),
    );
  });

  it('are the same when the cadres are shared out over shared memory', () => {
    fc.assert(
      fc.property(people, records, ({ cadres, postings }, given) => {
        const evidence = evidenceOf(cadres, given, postings);
        const shared = emptyScores(day, COUNT, sources, true);
        scoreCadres(evidence, { from: 2, to: COUNT }, defaultPolicy, shared);
        scoreCadres(evidence, { from: 0, to: 2 }, defaultPolicy, shared);
        const whole = scoreAll(evidence, day, defaultPolicy);
        const held = new Uint32Array(COUNT);
        const runs = [0, 2, 4].map((from) =>
          orderRun(shared, evidence.cadres, sources, held, from, Math.min(from + 2, COUNT)),
        );
        for (const slice of [1, 0, 3, 2]) mergeRuns(shared, sources, held, runs, slice, 4);
        expect(shared).toEqual(whole);
      }),
    );
  });

  it('never see what lies after the as-of day', () => {
    fc.assert(
      fc.property(people, records, ({ cadres, postings }, given) => {
        const dated = given.filter(({ source, cells }) => (cells[source.datedBy] as number) <= day);
        const all = scoreAll(evidenceOf(cadres, given, postings), day, defaultPolicy);
        const known = scoreAll(evidenceOf(cadres, dated, postings), day, defaultPolicy);
        expect(all).toEqual(known);
      }),
    );
  });
});
